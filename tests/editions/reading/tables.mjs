/* Tables of a tree: where cells stand, and which headings belong to a cell. */
import { words } from "./tree.mjs";

function rowsOf(table) {
	return table.children.flatMap((child) => (child.kind === "row" ? [child]
		: child.kind === "group" ? rowsOf(child) : []));
}

/* Rows of places: each the cell that covers it, with at saying where it begins; a cell over several places is in all. */
export function grid(table) {
	const places = [];

	rowsOf(table).forEach((row, y) => {
		let x = 0;

		places[y] ??= [];
		for (const cell of row.children.filter(({ kind }) => kind === "header" || kind === "cell")) {
			while (places[y][x])
				x += 1;
			for (let down = 0; down < (cell.rows ?? 1); down += 1)
				for (let across = 0; across < (cell.columns ?? 1); across += 1)
					(places[y + down] ??= [])[x + across] = { cell, row: y, column: x };
			x += cell.columns ?? 1;
		}
	});
	return places;
}

/*
 * The headings of the cell at a place, as texts: { row: [...], column: [...] }, those further out first. Headings named
 * by the cell come before those that stand in its row and column.
 */
export function headings(places, y, x) {
	const own = places[y][x].cell;
	const named = new Set(own.headers ?? []);
	const found = { row: [], column: [] };
	const take = (place, direction) => {
		const heading = place?.cell;

		if (heading?.kind === "header" && heading !== own && heading.scope === direction
			&& (named.size === 0 || named.has(heading.id)) && !found[direction].includes(heading))
			found[direction].push(heading);
	};

	for (let column = 0; column < x; column += 1)
		take(places[y][column], "row");
	for (let row = 0; row < y; row += 1)
		take(places[row]?.[x], "column");
	return { row: found.row.map(words), column: found.column.map(words) };
}

export function caption(table) {
	const stands = table.children.find(({ kind }) => kind === "caption");

	return stands ? words(stands) : table.name ?? "";
}
