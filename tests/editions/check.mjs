/*
 * check.mjs - reads the editions of the examples as their readers do, with real tools, and holds them against each
 * other and against the rules. Called by "make check-editions", which installs what it needs.
 *
 * usage: node check.mjs PROGRAM FOLDER [--accept] [--only PATTERN]
 * FOLDER takes the editions and the screenshots. --accept rewrites what is heard of the small report. --only: of those
 * reports alone. Exit status 1 when a check fails.
 */
import { join, resolve } from "node:path";
import { openBrowser } from "./parts/browser.mjs";
import { makeDocuments } from "./parts/documents.mjs";
import { Report } from "./parts/report.mjs";
import { sideBySide } from "./parts/run.mjs";
import { checkBrokenFiles, checkBrokenPages } from "./checks/broken.mjs";
import { checkBrokenSets } from "./checks/broken_sets.mjs";
import { checkAgreement, checkLooks, checkPdf } from "./checks/document.mjs";
import { checkHeard } from "./checks/heard.mjs";
import { checkPictures } from "./checks/pictures.mjs";
import { checkWeb } from "./checks/web.mjs";
import { checkWorkbooks } from "./checks/workbooks.mjs";

const [program, folder, ...options] = process.argv.slice(2);
const accept = options.includes("--accept");
const only = options.includes("--only") ? new RegExp(options[options.indexOf("--only") + 1]) : /./;
const report = new Report();
const documents = await makeDocuments(report, program, folder, only);
const small = documents.find(({ name }) => name === "heard");
const browser = await openBrowser(resolve(folder));
const pictures = join(folder, "pictures");

/* What may be done at the same time as everything else, what takes longest first. */
const steps = [
	...documents.map((one) => () => checkLooks(report, browser, one.path(".html"), one.name, pictures)),
	...documents.map((one) => () => checkAgreement(report, browser, one)),
	...documents.filter(({ web }) => web).map((one) => () => checkWeb(report, browser, one)),
	...documents.map((one) => () => checkPdf(report, one)),
	...documents.filter(({ charts }) => charts).map((one) => () =>
		checkLooks(report, browser, join(one.folder, "charts/index.html"), `${one.name}, charts`, pictures)),
	...[...new Set(documents.map((one) => one.folder))].map((one) => () => checkPictures(report, browser, join(one, "charts"))),
	...(small ? [
		() => checkBrokenPages(report, browser, small, join(folder, "broken")),
		() => checkBrokenFiles(report, browser, small, join(folder, "broken")),
		() => checkBrokenSets(report, browser, small, join(folder, "broken-sets")),
		// LibreOffice takes minutes for the hundreds of sheets of an example; unit tests hold those against the rules.
		() => checkWorkbooks(report, small, resolve(folder, "workbooks")),
		() => checkHeard(report, browser, small, accept),
	] : []),
];

await sideBySide(steps).finally(() => browser.close());
process.exitCode = report.end();
