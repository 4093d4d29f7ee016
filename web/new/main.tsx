// The workbench: from somebody's own table to a time map of it, which no server sees.
import "#web/styles/fonts.css";
import "#web/styles/tokens.css";
import "./new.css";
import "./screens/screens.css";
import "./screens/take.css";
import "./rows/rows.css";
import "./preview/preview.css";
import { render } from "preact";
import { useState } from "preact/hooks";
import { type InterfaceLanguage, interfaceLanguage } from "#model/words/language.ts";
import { setTexts } from "#web/controls/set-texts.ts";
import { Workbench } from "./workbench.tsx";

const asked = new URL(location.href).searchParams.get("lang") ?? navigator.language;

function Page() {
  const [language, setLanguage] = useState<InterfaceLanguage>(interfaceLanguage(asked));
  document.documentElement.lang = language;
  return <Workbench language={language} onLanguage={setLanguage} />;
}

setTexts();
render(<Page />, document.getElementById("app") ?? document.body);
