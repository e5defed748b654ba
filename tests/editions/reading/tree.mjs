/*
 * One form for what a reader finds in an edition, whichever edition it is and whoever read it: a tree of
 *   { kind, children, ... } and leaves { kind: "text", text }
 *
 * kind         more
 * document     language
 * heading      level
 * paragraph
 * list         numbered
 * item
 * table        name
 * row
 * header       scope ("column", "row", ""), columns, rows
 * cell         columns, rows
 * figure       alternative
 * caption
 * note
 * link         target; page: it stands for the number of a page
 * group        nothing a reader is told of: its children stand for it; block when it is a block; contents when it
 *              holds the list of contents
 * extra says of any that other editions do not have it.
 *
 * A list of contents is a list. Labels of items are left out: browsers make them, a PDF file has them drawn.
 */

export function node(kind, children = [], more = {}) {
	return { kind, children, ...more };
}

export function text(words) {
	return { kind: "text", text: words };
}

/* Spaces, line ends and the like are one space, as every reader takes them; wide and narrow ones stay apart from none. */
export function squeeze(words) {
	return words.replace(/[\s\u200b]+/gu, " ").trim();
}

const INLINE = new Set(["text", "link", "group"]);

/* Whether it runs on in the line around it. A PDF file does not tell, so there a group is a block when it holds one. */
export function isInline(one) {
	return one.kind === "text" || (INLINE.has(one.kind) && !one.block && one.children.every(isInline));
}

/* All text below as it stands, with spaces between blocks. */
export function rawWords(one) {
	const inside = one.text ?? one.children.map(rawWords).join("");

	if (one.page)
		return inside.replace(/\S(.*\S)?/su, "[page]");
	return isInline(one) ? inside : ` ${inside} `;
}

/* The same as it is read; labels of items are not. */
export function words(one) {
	return squeeze(rawWords(one));
}

/* Every node with its ancestors, in reading order. */
export function* walk(tree, around = []) {
	yield [tree, around];
	if (tree.children)
		for (const child of tree.children)
			yield* walk(child, [...around, tree]);
}
