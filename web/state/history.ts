// A state whose changes can be taken back, and made again.
import { type ReadonlySignal, signal } from "@preact/signals";

/** Changes of the same things within this belong to one step, as while somebody types. */
const ONE_STEP_MS = 900;
const MOST = 200;

export type History<State> = {
  readonly now: ReadonlySignal<State>;
  readonly change: (changes: Partial<State>) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
};

export function createHistory<State extends object>(first: State): History<State> {
  const now = signal(first);
  const [canUndo, canRedo] = [signal(false), signal(false)];
  const [past, future]: [State[], State[]] = [[], []];
  let last = { names: "", at: 0 };
  const tell = () => {
    canUndo.value = past.length > 0;
    canRedo.value = future.length > 0;
  };
  const move = (from: State[], to: State[]) => {
    const next = from.pop();
    if (next === undefined) return;
    to.push(now.peek());
    now.value = next;
    last = { names: "", at: 0 };
    tell();
  };
  const change = (changes: Partial<State>) => {
    const names = Object.keys(changes).join();
    const at = performance.now();
    const isOneStep = names === last.names && at - last.at < ONE_STEP_MS;
    if (!isOneStep) past.push(now.peek());
    if (past.length > MOST) past.shift();
    future.length = 0;
    last = { names, at };
    now.value = { ...now.peek(), ...changes };
    tell();
  };
  return {
    now,
    change,
    undo: () => move(past, future),
    redo: () => move(future, past),
    canUndo,
    canRedo,
  };
}
