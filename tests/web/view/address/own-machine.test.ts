import { describe, expect, it } from "vitest";
import { isOwnMachine } from "#web/view/address/own-machine.ts";

describe("an address that others cannot open", () => {
  it.each([
    ["http://localhost:3000/", true],
    ["http://map.localhost/d/bells/", true],
    ["http://127.0.0.1:3000/", true],
    ["http://127.1.2.3/", true],
    ["http://[::1]:3000/", true],
    ["http://0.0.0.0:3000/", true],
    ["https://localhost.example/", false],
    ["https://127.example/", false],
    ["http://192.168.1.20:3000/", false],
    ["https://maps.example/calais/", false],
  ])("%s: %s", (address, isOwn) => expect(isOwnMachine(new URL(address))).toBe(isOwn));
});
