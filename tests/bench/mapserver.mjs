// MapServer's OGC API – Features on the table of the product: Debian's cgi-mapserver under spawn-fcgi and nginx.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

const PROGRAMS = ["/usr/lib/cgi-bin/mapserv", "/usr/bin/spawn-fcgi", "/usr/sbin/nginx"];
const PROCESSES = 2;

/** What is missing on this machine, or undefined when MapServer can be started. */
export const missingOfMapServer = () => PROGRAMS.find((program) => !existsSync(program));

async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

export const layerOf = (month) => `m${month.replaceAll("-", "_")}`;

/** One collection a month: MapServer's OGC API does not filter by time. `months`: [month, first day, day after]. */
const layer = (database, [month, from, until], datasetId) => `
  LAYER
    NAME "${layerOf(month)}"
    TYPE POINT
    STATUS ON
    EXTENT -5 42 9 52
    CONNECTIONTYPE POSTGIS
    CONNECTION "host=${database.hostname} port=${database.port} user=${database.username} dbname=${database.pathname.slice(1)}"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "public_geom FROM (SELECT id, title ->> 'en' AS title_en, title ->> 'fr' AS title_fr, summary ->> 'en' AS summary_en, summary ->> 'fr' AS summary_fr, category, certainty, edtf, start_earliest, start_latest, end_earliest, end_latest, people_low, people_high, precision_m, position_basis, array_to_string(source_ids, ';') AS source_ids, public_geom FROM events WHERE dataset_id = '${datasetId}' AND possible_span && daterange('${from}', '${until}')) AS t USING UNIQUE id USING SRID=4326"
    PROJECTION
      "init=epsg:4326"
    END
    TEMPLATE "void"
    METADATA
      "oga_title" "${month}"
      "gml_include_items" "all"
      "gml_featureid" "id"
    END
  END`;

/** Starts it; answers the address of its collections and what stops it. */
export async function startMapServer(folder, databaseUrl, datasetId, months) {
  mkdirSync(folder, { recursive: true });
  const database = new URL(databaseUrl);
  const [fcgi, port] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}/bench/ogcapi`;
  const file = (name) => path.join(folder, name);
  writeFileSync(
    file("bench.map"),
    `MAP
  NAME "bench"
  EXTENT -5 42 9 52
  PROJECTION
    "init=epsg:4326"
  END
  WEB
    METADATA
      "ows_enable_request" "*"
      "oga_enable_request" "*"
      "oga_title" "bench"
      "oga_onlineresource" "${address}"
    END
  END${months.map((month) => layer(database, month, datasetId)).join("")}
END
`,
  );
  writeFileSync(
    file("mapserver.conf"),
    `CONFIG
  ENV
    "MS_MAP_PATTERN" "."
    "PROJ_LIB" "/usr/share/proj"
  END
  MAPS
    "bench" "${file("bench.map")}"
  END
END
`,
  );
  writeFileSync(
    file("nginx.conf"),
    `daemon off;
pid ${file("nginx.pid")};
error_log ${file("nginx.log")};
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${file("body")};
  fastcgi_temp_path ${file("fastcgi")};
  proxy_temp_path ${file("proxy")};
  uwsgi_temp_path ${file("uwsgi")};
  scgi_temp_path ${file("scgi")};
  fastcgi_buffers 64 64k;
  server {
    listen 127.0.0.1:${port};
    location / {
      fastcgi_pass 127.0.0.1:${fcgi};
      fastcgi_param PATH_INFO $uri;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param SCRIPT_NAME "";
      fastcgi_param SERVER_NAME 127.0.0.1;
      fastcgi_param SERVER_PORT ${port};
    }
  }
}
`,
  );
  const environment = { ...process.env, MAPSERVER_CONFIG_FILE: file("mapserver.conf") };
  execFileSync(
    PROGRAMS[1],
    [
      "-a",
      "127.0.0.1",
      "-p",
      String(fcgi),
      "-F",
      String(PROCESSES),
      "-P",
      file("fcgi.pid"),
      "--",
      PROGRAMS[0],
    ],
    { env: environment, stdio: "ignore" },
  );
  const nginx = spawn(PROGRAMS[2], ["-c", file("nginx.conf")], { stdio: "ignore" });
  const stop = () => {
    nginx.kill();
    // Each line of the file is the id of one process; they heed no softer signal.
    const ids = execFileSync("cat", [file("fcgi.pid")], { encoding: "utf8" }).match(/\d+/g) ?? [];
    for (const id of ids) process.kill(Number(id), "SIGKILL");
  };
  return { address: `${address}/collections`, stop };
}
