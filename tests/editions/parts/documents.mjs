/* The reports whose editions are checked, and where their files are. */
import { mkdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runWell, sideBySide } from "./run.mjs";

const ALL = "pdf,html,html-pages,svg,svg-text,ods,xlsx,csv";
const WITH_CHARTS = `${ALL},charts`;

/* name, what is built, editions, and the documents that come of it; what takes longest to check comes first. */
const BUILDS = [
	{ name: "icb", spec: "inputs/example-icb/statement.xml", formats: ALL, documents: ["statement", "board-paper"] },
	{ name: "appendix", spec: "inputs/example-appendix/appendix.xml", formats: ALL, documents: ["appendix"], more: ["--data", "inputs/example-icb"] },
	{ name: "gallery", spec: "inputs/gallery/gallery.xml", formats: "pdf,html,svg,svg-text", documents: ["gallery"] },
	{ name: "trust", spec: "inputs/example-trust/statement.xml", formats: WITH_CHARTS, documents: ["statement"] },
	{ name: "heard", spec: "tests/editions/heard/report.xml", formats: WITH_CHARTS, documents: ["report"] },
];
/* Those that are made once more for the archive. */
const ARCHIVED = new Set(["heard", "icb", "appendix"]);

async function build(report, program, spec, folder, formats, more) {
	await rm(folder, { recursive: true, force: true });
	await report.check(`${spec} is made as ${formats.join(" ")}`, async () => {
		await runWell(program, ["build", "-q", "--formats", ...formats, ...more, spec, "-o", folder]);
		return [];
	});
}

/*
 * Makes everything; gives { name, folder, path(suffix), has(suffix), data, web, charts, archive } for each document that
 * was made. The folders of figures, of pages for the web and of loose charts are those of the first of a report.
 */
export async function makeDocuments(report, program, work, only) {
	const wanted = BUILDS.filter(({ name }) => only.test(name));

	await mkdir(work, { recursive: true });
	await sideBySide(wanted.flatMap(({ name, spec, formats, more = [] }) => [
		() => build(report, program, spec, join(work, name), [formats], more),
		...(ARCHIVED.has(name) ? [() => build(report, program, spec, join(work, `${name}-archive`), ["pdf", "--pdfa"], more)] : []),
	]));
	return wanted.flatMap((one) => one.documents.map((document) => documentOf(one, document, work)))
		.filter(({ has }) => has(".pdf"));
}

function documentOf({ name, formats, documents }, document, work) {
	const folder = join(work, name);
	const path = (suffix) => join(folder, `${document}${suffix}`);
	const first = document === documents[0];

	return {
		name: first ? name : `${name}, ${document}`,
		folder,
		path,
		has: (suffix) => existsSync(path(suffix)),
		data: first && formats.includes("csv") ? join(folder, "csv") : null,
		web: first && formats.includes("html-pages"),
		charts: first && formats.includes("charts"),
		archive: ARCHIVED.has(name) ? join(work, `${name}-archive`, `${document}.pdf`) : null,
	};
}
