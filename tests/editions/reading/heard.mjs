/*
 * What somebody hears who has a screen reader walk through an edition: first by headings, then everything in order,
 * tables cell by cell with the headings of each cell. Programs differ in their words; these are near to all of them.
 */
import { caption, grid, headings } from "./tables.mjs";
import { isInline, rawWords, squeeze, walk, words } from "./tree.mjs";

const WIDTH = 110;

/* Folds a line, what follows set in by two more. */
function fold(line, indent) {
	const rows = [];
	let row = indent;

	for (const word of line.split(" ")) {
		if (row.length + word.length + 1 > WIDTH && row.trim()) {
			rows.push(row);
			row = `${indent}  `;
		}
		row += (row.trim() ? " " : "") + word;
	}
	return [...rows, row].join("\n");
}

/* Text with its links said. */
function spoken(one) {
	if (one.kind === "link")
		return ` {link: ${squeeze(one.name ?? one.children.map(rawWords).join(""))}}`;
	if (one.kind === "figure")
		return ` {graphic: ${one.alternative}} `;
	return one.text ?? (isInline(one) ? one.children.map(spoken).join("") : ` ${one.children.map(spoken).join("")} `);
}

class Walk {
	lines = [];
	indent = "";
	loose = [];

	say(line) {
		if (squeeze(line))
			this.lines.push(fold(squeeze(line), this.indent));
	}

	flush() {
		this.say(this.loose.map(spoken).join(""));
		this.loose = [];
	}

	within(step) {
		this.indent += "  ";
		step();
		this.flush();
		this.indent = this.indent.slice(2);
	}

	table(one) {
		const places = grid(one);
		const columns = Math.max(0, ...places.map((row) => row.length));

		this.say(`table, ${caption(one)}, ${places.length} rows, ${columns} columns`);
		this.within(() => places.forEach((row, y) => row.forEach(({ cell, row: top, column }, x) => {
			if (top === y && column === x)
				this.cell(places, cell, y, x);
		})));
		this.say("end of table");
	}

	cell(places, cell, y, x) {
		const { row, column } = headings(places, y, x);
		const where = `row ${y + 1} column ${x + 1}`;
		const kind = cell.kind === "header" ? `, ${cell.scope || "lone"} heading` : "";
		const before = [...row, ...column].filter(Boolean).map((heading) => `${heading}: `).join("");

		this.say(`${where}${kind}: ${cell.kind === "header" ? "" : before}${squeeze(spoken(cell)) || "blank"}`);
	}

	visit(one) {
		if (isInline(one)) {
			this.loose.push(one);
			return;
		}
		this.flush();
		if (one.kind === "heading") {
			this.say(`heading level ${one.level}: ${spoken(one)}`);
		} else if (one.kind === "paragraph" || one.kind === "link") {
			this.say(spoken(one));
		} else if (one.kind === "table") {
			this.table(one);
		} else if (one.kind === "list") {
			this.say(`list of ${one.children.flatMap(items).length}`);
			this.within(() => one.children.forEach((child) => this.visit(child)));
			this.say("end of list");
		} else {
			if (one.kind === "figure")
				this.say(`graphic: ${one.alternative}`);
			if (one.kind === "note")
				this.say("footnote:");
			one.children.forEach((child) => this.visit(child));
			this.flush();
		}
	}
}

const items = (one) => (one.kind === "item" ? [one] : one.kind === "group" ? one.children.flatMap(items) : []);

export function heard(tree) {
	const through = new Walk();
	const found = [...walk(tree)].map(([one]) => one).filter(({ kind }) => kind === "heading");

	through.visit(tree);
	through.flush();
	return ["By headings", ...found.map((one) => `${"  ".repeat(one.level)}${one.level} ${words(one)}`), "", "From the beginning",
		...through.lines, ""].join("\n");
}
