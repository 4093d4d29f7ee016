import { required } from "../field/field.ts";
import { localized, type RecordOf } from "../field/member.ts";
import { label } from "../field/text-fields.ts";
import { ID } from "./groups.ts";

/** Who acts in events. */
export const ACTOR = { id: ID, label: localized(required(label("Name in {language}."))) };

export type Actor = RecordOf<typeof ACTOR>;
