/*
 * A tree as lines that can be compared: headings, texts, lists, tables with every cell, figures, captions, notes and
 * links, in reading order. Two editions of one report have the same lines.
 */
import { grid } from "./tables.mjs";
import { isInline, rawWords, squeeze, words } from "./tree.mjs";

const WHOLE = {
	heading: (one) => `heading ${one.level}`,
	paragraph: () => "text",
	caption: () => "caption",
	note: () => "note",
};

class Lines {
	lines = [];
	loose = []; // inline pieces that stand in no paragraph
	contents = 0; // how deep within a list of contents

	add(kind, pieces) {
		const text = squeeze(pieces.map(rawWords).join(""));

		if (text)
			this.lines.push(`${kind}: ${text}`);
		pieces.forEach((piece) => this.addLinks(piece));
	}

	addLinks(one) {
		if (one.kind === "link")
			this.lines.push(`  link: ${this.contents ? "" : words(one)} -> ${one.target}`); // the number may be part of it
		else
			(one.children ?? []).forEach((child) => this.addLinks(child));
	}

	flush() {
		this.add("text", this.loose);
		this.loose = [];
	}

	addTable(table) {
		const places = grid(table);
		const columns = Math.max(0, ...places.map((row) => row.length));

		this.lines.push(`table of ${places.length} rows, ${columns} columns`);
		table.children.filter(({ kind }) => kind === "caption").forEach((caption) => this.visit(caption));
		places.forEach((row, y) => row.forEach(({ cell, row: top, column: left }, x) => {
			if (top === y && left === x)
				this.addCell(cell, y, x);
		}));
	}

	addCell(cell, y, x) {
		const heading = cell.kind === "header" ? ` heading of ${cell.scope || "nothing"}` : "";
		const spans = cell.columns > 1 || cell.rows > 1 ? ` over ${cell.rows} rows, ${cell.columns} columns` : "";

		this.lines.push(`  row ${y + 1}, column ${x + 1}${heading}${spans}: ${words(cell)}`);
		this.addLinks(cell);
	}

	visit(one) {
		if (isInline(one)) {
			this.loose.push(one);
			return;
		}
		this.flush();
		if (WHOLE[one.kind]) {
			this.add(WHOLE[one.kind](one), [one]);
		} else if (one.kind === "link") {
			this.add("text", [one]);
		} else if (one.kind === "table") {
			this.addTable(one);
		} else {
			if (one.kind === "figure")
				this.lines.push(`figure: ${squeeze(one.alternative)}`);
			else if (one.kind === "list" || one.kind === "item")
				this.lines.push(one.kind);
			this.contents += one.contents ? 1 : 0;
			one.children.forEach((child) => this.visit(child));
			this.flush();
			this.contents -= one.contents ? 1 : 0;
			if (one.kind === "list")
				this.lines.push("end of list");
		}
	}
}

const withoutExtras = (one) => (one.children
	? { ...one, children: one.children.filter(({ extra }) => !extra).map(withoutExtras) } : one);

export function outline(tree) {
	const lines = new Lines();

	lines.visit(withoutExtras(tree));
	return lines.lines;
}

/*
 * The same without the spaces, and with texts that follow each other in one line: the accessibility tree holds neither the
 * spaces between parts that the style sheet sets apart nor what is a block.
 */
export function tight(lines) {
	const merged = [];

	for (const line of lines) {
		if (line.startsWith("text: ") && merged.at(-1)?.startsWith("text:"))
			merged.push(merged.pop() + line.slice(6).replace(/\s/g, ""));
		else
			merged.push(line.startsWith("text: ") ? line.replace(/\s/g, "") : line.replace(/(?<=: |-> ).*/, (words) => words.replace(/\s/g, "")));
	}
	return merged;
}
