/* Workbooks as LibreOffice reads them: every cell of every table is that of the CSV file of the same name. */
import { readFile, readdir, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { runWell } from "../parts/run.mjs";

/* All sheets, commas, UTF-8, numbers as they are and not as they are shown. */
const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
/* Excel keeps 15 digits, its file holds 16. */
const PRECISION = 1e-14;

/* RFC 4180 */
export function parseCsv(text) {
	const rows = [[]];
	const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

	while (cell.lastIndex < text.length) {
		const [, quoted, plain, end] = cell.exec(text);

		rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end !== ",")
			rows.push([]);
	}
	if (rows.at(-1).length === 0)
		rows.pop();
	return rows;
}

/* LibreOffice writes line ends and the spaces of a cell as they are; nothing else may differ. */
function sameCell(read, written) {
	const number = Number(written);

	if (written !== "" && !Number.isNaN(number))
		return Math.abs(Number(read) - number) <= PRECISION * Math.abs(number);
	return read === written || (written === "" && /^\[[a-z]+\]$/.test(read));
}

function sheetFaults(read, written, headings) {
	const at = read.findIndex((row) => headings.filter(Boolean).every((heading) => row.includes(heading)));
	const faults = [];

	if (at < 0)
		return ["no header row"];
	if (read.length - at !== written.length)
		faults.push(`${read.length - at - 1} rows, not ${written.length - 1}`);
	written.slice(1).forEach((row, r) => row.forEach((cell, c) => {
		const column = headings[c] ? read[at].indexOf(headings[c]) : -1;

		if (column >= 0 && !sameCell(read[at + 1 + r]?.[column] ?? "nothing", cell))
			faults.push(`row ${r + 1}, ${headings[c]}: "${read[at + 1 + r]?.[column]}", not "${cell}"`);
	}));
	return faults;
}

/* The headings of a table by the names of its columns; of columns for programs alone, which no sheet has, too. */
function headingsOf(table) {
	return table.tableSchema.columns.map((column) => column["rdfs:label"]);
}

async function readBook(document, suffix, folder) {
	const out = join(folder, suffix.slice(1));

	await rm(out, { recursive: true, force: true });
	await mkdir(out, { recursive: true });
	await runWell("soffice", ["--headless", `-env:UserInstallation=file://${folder}/office`, "--convert-to", FILTER,
		"--outdir", out, document.path(suffix)]);
	return Promise.all((await readdir(out)).map(async (name) =>
		({ name, rows: parseCsv(await readFile(join(out, name), "utf8")) })));
}

async function bookFaults(document, suffix, folder) {
	const group = JSON.parse(await readFile(join(document.folder, "csv", "csv-metadata.json"), "utf8"));
	const sheets = await readBook(document, suffix, folder);
	const faults = [];

	for (const table of group.tables) {
		const name = table.url.replace(/\.csv$/, "");
		const sheet = sheets.find((one) => one.name.endsWith(`-${name}.csv`));
		const written = parseCsv(await readFile(join(document.folder, "csv", table.url), "utf8"));
		const headings = headingsOf(table).map((heading) =>
			sheet?.rows.some((row) => row.includes(heading)) ? heading : null);

		if (!sheet)
			faults.push(`${name}: no sheet`);
		else
			faults.push(...sheetFaults(sheet.rows, written, headings).map((fault) => `${name}: ${fault}`));
	}
	if (sheets.length !== group.tables.length + 3)
		faults.push(`${sheets.length} sheets for ${group.tables.length} tables`);
	return faults;
}

/* folder: for the files that LibreOffice writes. */
export async function checkWorkbooks(report, document, folder) {
	for (const suffix of [".ods", ".xlsx"])
		if (document.has(suffix))
			await report.check(`${document.name}: LibreOffice reads the numbers of the ${suffix} as written`,
				() => bookFaults(document, suffix, folder));
}
