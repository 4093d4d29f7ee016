// What `npm run import -- --help` prints.
import { PUBLISH_CLASSES } from "#model/dataset/version.ts";
import { PRESETS } from "./presets/presets.ts";

export const HELP = `npm run import -- <folder> [--note TEXT] [--class CLASS] [--dry-run] [--json]
npm run import -- <file> [--as ID] [--title TEXT] [--lang TAG] [--time-zone NAME] [--encoding NAME] [--sheet NAME]
                  [--preset NAME | --mapping FILE] [--date-order dmy|mdy] [--places FILE] [--rejected FILE]
                  [--write-mapping FILE] [--write-package FOLDER] [--note TEXT] [--class CLASS] [--dry-run] [--json]
npm run import -- --undo [--dataset ID] [--note TEXT] [--class CLASS] [--dry-run] [--json]
npm run import -- --withdraw NAME[,NAME…] --reason TEXT [--dataset ID] [--dry-run] [--json]
npm run import -- --restore-withdrawn NAME[,NAME…] [--dataset ID] [--dry-run] [--json]
npm run import -- --remove <id> [--dry-run] [--json]

Reads the data package in <folder> (datapackage.json beside its CSV and GeoJSON files), or packed in a <file>.zip, checks every row, and publishes
it as the next version of its dataset, in one transaction: all or nothing. When anything is wrong the problems are listed with file, line and column,
the database stays as it was, and the exit code is 1. Notices are about what is accepted and worth a look: they are
listed too, five of a kind, and change nothing.

A <file> of events needs no datapackage.json: CSV (in any encoding, separated by commas, semicolons, tabs or |), a workbook
of Excel (.xlsx), GeoJSON, a feature a line, Linked Places, KML or GPX with times. A column of dates, one or two of positions
and one of titles are found by their headings, and by what stands in them; tables that are known
(${PRESETS.map(({ id }) => id).join(", ")}) by theirs.
All other columns are kept, and what was taken for what is told. What can be read in two ways is not guessed. A column id
keeps the ids of rows the same from one import to the next.

  --as         the id of the dataset (default: of the name of the file)
  --title      its title (default: the name of the file)
  --lang       the language of its texts, such as fr or ar (default: of headings such as title_fr, or English)
  --time-zone  the zone whose days count, such as Europe/Paris (default: UTC)
  --encoding   of the file, such as windows-1252 (default: UTF-8, or what its bytes look like)
  --sheet      of a workbook (default: the first that has rows)
  --preset     the known table that it is, or none (default: by its headings)
  --date-order of dates such as 04/03/2015: dmy, the day first, or mdy, the month (default: what the whole column tells)

  --mapping    what its columns are, as JSON (default: a guess, which --write-mapping writes for the next time)
  --places     a table with name, lat and lon of the places that rows name, where they have no positions
  --rejected   bring in the other rows where some cannot be read, and write those to this file, with a column that says why
               (default: the file is refused for them)
  --write-package  write it as a data package

  --note       what is new in this version, in the first language of the dataset (default: rocade.publish.note of the
               descriptor)
  --class      what it is to those who have read the one before: ${PUBLISH_CLASSES.join(", ")}
               (default: rocade.publish.class)

A version has the label that the descriptor gives it (version), or else its number. A label stands for one state: other
content under a label that was published already is refused, and the same content again writes nothing.

A database holds any number of datasets, each under the name in its datapackage.json: its id. A package is published
under its own id, and touches no other. The service answers the default one at / (DEFAULT_DATASET, or
that of DATA_PACKAGE), each at /d/<id>/, and lists all at /datasets.

  --undo      publish the state before the newest version again, as a version of its own with a label such as
              1.1.0+undo.1, from what is stored; what was protected meanwhile stays protected
  --withdraw  take records, or former versions, back for good: NAME is COLLECTION/ID, such as places/old-bridge, or
              the label of a version. A record goes from every version with all that names it, and its rows with it;
              what is left is published as a version of its own, with a label such as 1.1.0+withdrawal.1. Its address
              answers 410 with the day and the reason, nothing else of it is kept, and a package or a backup
              does not bring it back
  --reason    why, in a sentence that readers are told for ever: it names nobody
  --restore-withdrawn
              lift a withdrawal: the next package may bring again what was withdrawn
  --dataset   of which dataset (default: DEFAULT_DATASET, or the only one that is stored)
  --remove    remove the dataset with this id and all that belongs to it, and nothing else

  --dry-run   check every row, publish them in a transaction that is rolled back, and say what would change of the
              newest version: records that are added, removed, moved, re-dated, re-counted, re-sourced or otherwise
              changed, with what was and would be, what moves with a place, and what earlier versions would lose to
              protect somebody. Where there is no database, or one that cannot be asked, they are loaded into one
              that is thrown away; where what is published cannot be asked, as while the service has the embedded
              database, the exit code is 3: the rows are right, and what they would change is not known. Nothing
              that is stored changes. With --remove or --withdraw: say what would go
  --json      print the outcome as one JSON document, with every change of a dry run
  --help      this text

Database: DATABASE_URL, or the embedded one in DATA_DIR (default .data), as for npm start, .env included.
`;
