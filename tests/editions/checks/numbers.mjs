/*
 * Numbers of tables: what stands in a cell of the PDF stands in the CSV file of that table, as the string printed or as
 * the same value, in a line that has a heading of the cell. (That HTML says the same as the PDF, and workbooks the same
 * as CSV, is checked cell by cell elsewhere.)
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
			const lines = parseCsv(await readFile(join(folder, table.url), "utf8")).slice(1).map(lineOf);

			for (const label of [table["dc:identifier"] ?? []].flat())
				tables.set(squeeze(label), lines);
		}
	}
	return tables;
}

const years = (text) => (text.match(/\b\d{4}\b/g) ?? []).join();

/*
 * Whether a heading is one of the cells of a line, or names one: "Size of the waiting list (ER01)", "2020 to 2021" for
 * April 2020 to March 2021.
 */
const names = (heading, { cells, texts }) => cells.includes(heading)
	|| (years(heading) !== "" && texts.some((cell) => years(cell) === years(heading)))
	|| texts.some((cell) => cell.length > 2 && (heading.includes(cell) || cell.includes(heading)));

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
			const named = lines.filter((line) => [...around.row, ...around.column].some((heading) => heading && names(heading, line)));

			for (const number of words(cell).match(NUMBER) ?? []) {
				cells += 1;
				if (!named.some((line) => isKnown(number, line.numbers)))
					faults.push(`${label}: ${number} of "${words(cell)}" (${around.row.join(", ")}; ${around.column.join(", ")}) stands in no line of its CSV file that has a heading of it`);
			}
		}));
	}
	return cells > 0 ? faults : ["no number was compared", ...faults];
}
