/*
 * Numbers of tables: what stands in a cell of the PDF stands in the CSV file of that table, as a value that rounds to it,
 * in a line that has the headings of the cell, as far as any line has them. What the file tells of its being printed is no
 * witness. (That HTML says the same as the PDF, and workbooks the same as CSV, is checked cell by cell elsewhere.)
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { caption, grid, headings } from "../reading/tables.mjs";
import { squeeze, walk, words } from "../reading/tree.mjs";
import { parseCsv } from "./workbooks.mjs";

const NUMBER = /[-\u2212]?\d[\d,]*(?:\.\d+)?/gu;
const decimals = (number) => number.split(".")[1]?.length ?? 0;
const plain = (number) => Number(number.replaceAll(",", "").replace("\u2212", "-"));

/* The numbers of a text, as values. */
const numbersOf = (text) => (text.match(NUMBER) ?? []).map(plain);

/* Whether a number as it is printed is one of the values: these may have more digits. */
const isKnown = (printed, known) => known.some((value) =>
	Math.abs(value - plain(printed)) <= 0.5 * 10 ** -decimals(printed) * (1 + 1e-9));

/* Columns that say something of the figure and its table, and neither which it is nor how large. */
const ABOUT = new Set(["unit", "compared", "status", "shown_in", "as_printed"]);

/* A line of CSV: its numbers, those within what was printed as well, and its texts. */
function lineOf(cells) {
	return {
		numbers: cells.flatMap((cell) => (cell === "" ? [] : [Number(cell), ...numbersOf(cell)])),
		texts: cells.filter((cell) => cell !== "" && Number.isNaN(Number(cell))).map(squeeze),
		cells: cells.map(squeeze),
	};
}

/* The lines of every table's file, by its label; a figure and a table of the same figures share one. */
async function tablesByLabel(folder) {
	const tables = new Map();

	for (const name of (await readdir(folder)).filter((one) => one.endsWith(".json"))) {
		const listing = JSON.parse(await readFile(join(folder, name), "utf8"));

		for (const table of listing.tables ?? []) {
			const [head, ...rows] = parseCsv(await readFile(join(folder, table.url), "utf8"));
			const lines = rows.map((row) => lineOf(row.filter((cell, column) => !ABOUT.has(head[column]))));

			for (const label of [table["dc:identifier"] ?? []].flat())
				tables.set(squeeze(label), lines);
		}
	}
	return tables;
}

const years = (text) => (text.match(/\b\d{4}\b/g) ?? []).join();

/*
 * How well a line is named by a heading: 2, it is one of its cells, or two of them, "Deprivation fifth 2"; 1, it has much
 * of one: "Size of the waiting list (ER01)", "2020 to 2021" for April 2020 to March 2021.
 */
function naming(heading, { cells, texts }) {
	if (cells.includes(heading) || texts.some((cell) => heading.startsWith(`${cell} `) && cells.includes(heading.slice(cell.length + 1))))
		return 2;
	return Number((years(heading) !== "" && texts.some((cell) => years(cell) === years(heading)))
		|| texts.some((cell) => Math.min(cell.length, heading.length) > 2 && (heading.includes(cell) || cell.includes(heading))));
}

/* Those lines that a heading names best, of all when it names none. */
const narrowed = (lines, heading) => {
	const found = lines.map((line) => (heading ? naming(heading, line) : 0));
	const most = Math.max(0, ...found);

	return lines.filter((line, at) => found[at] === most);
};

export async function numberFaults(tree, folder) {
	const tables = await tablesByLabel(folder);
	const faults = [];
	let cells = 0;

	for (const [table] of walk(tree)) {
		const label = table.kind === "table" && /^Table \S+/u.exec(caption(table))?.[0];
		const lines = tables.get(label);
		const places = label ? grid(table) : [];

		if (label && !lines)
			faults.push(`${label} has no CSV file`);
		places.forEach((row, y) => row.forEach(({ cell, row: top, column }, x) => {
			if (!lines || cell.kind !== "cell" || top !== y || column !== x)
				return;
			const around = headings(places, y, x);
			const named = [...around.row, ...around.column].reduce(narrowed, lines);

			for (const number of words(cell).match(NUMBER) ?? []) {
				cells += 1;
				if (!named.some((line) => isKnown(number, line.numbers)))
					faults.push(`${label}: ${number} of "${words(cell)}" (${around.row.join(", ")}; ${around.column.join(", ")}) stands in no line of its CSV file that has a heading of it`);
			}
		}));
	}
	return cells > 0 ? faults : ["no number was compared", ...faults];
}
