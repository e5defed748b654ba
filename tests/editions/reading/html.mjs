/* An HTML file as its document object model has it, in the form of tree.mjs. */

/*
 * What the HTML edition has and print has not: the link that skips, navigation, the long descriptions that print leaves
 * out, tools, and what a page for the web says of a report without a cover. Links that stand for the number of a page say in words where they lead.
 */
const EXTRA = "a.skip, body > nav, body > footer, details.described, .tool, .web-only";
const PAGE_LINK = "page";

/* Runs in the page. */
function readDocument([EXTRA, PAGE_LINK]) {
	const KINDS = { P: "paragraph", OL: "list", UL: "list", DL: "list", LI: "item", TABLE: "table", TR: "row", CAPTION: "caption",
		FIGCAPTION: "caption", A: "link" };
	const UNREAD = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);
	const text = (words) => ({ kind: "text", text: words });
	const named = (element) => {
		const ids = element.getAttribute("aria-labelledby");

		if (ids)
			return ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
		return element.getAttribute("aria-label") ?? element.getAttribute("alt") ?? element.querySelector(":scope > title")?.textContent ?? "";
	};
	const unread = (element) => UNREAD.has(element.tagName) || element.getAttribute("aria-hidden") === "true" || element.hidden;
	const scopeOf = (cell) => ({ col: "column", colgroup: "column", row: "row", rowgroup: "row" })[cell.getAttribute("scope")] ?? "";
	const more = (element) => {
		const heading = /^H([1-6])$/.exec(element.tagName);
		const language = element.getAttribute("lang");

		return {
			...(heading && { level: Number(heading[1]) }),
			...(language && { language }),
			...(element.tagName === "A" && { target: element.getAttribute("href") ?? "" }),
			...(element.tagName === "OL" && { numbered: getComputedStyle(element).listStyleType !== "none" }),
			...(/^T[HD]$/.test(element.tagName) && { columns: element.colSpan, rows: element.rowSpan }),
			...(element.tagName === "TH" && { scope: scopeOf(element) }),
		};
	};
	const kindOf = (element) => {
		const role = element.getAttribute("role");

		if (/^H[1-6]$/.test(element.tagName))
			return "heading";
		if (role === "note" || role === "doc-footnote")
			return "note";
		if (element.tagName === "TH")
			return "header";
		return element.tagName === "TD" ? "cell" : KINDS[element.tagName] ?? "group";
	};
	const read = (element) => {
		const role = element.getAttribute("role");
		const extra = element.matches(EXTRA);

		if (role === "img" || element.tagName === "IMG")
			return { kind: "figure", alternative: named(element), children: [] };
		if (element.tagName === "ABBR" && element.title)
			return { kind: "group", children: [text(element.title)] };
		const children = [];

		for (const child of element.childNodes) {
			if (child.nodeType === Node.TEXT_NODE)
				children.push(text(child.data));
			else if (child.nodeType === Node.ELEMENT_NODE && !unread(child) && getComputedStyle(child).display !== "none")
				children.push(child.tagName === "BR" ? text("\n") : read(child));
		}
		const display = getComputedStyle(element).display;

		return { kind: kindOf(element), tag: element.tagName.toLowerCase(), block: !display.startsWith("inline"), children, ...more(element),
			...(extra && { extra }), ...(element.tagName === "NAV" && { contents: true }), ...(element.classList.contains(PAGE_LINK) && { page: true }) };
	};

	return { ...read(document.body), kind: "document", language: document.documentElement.lang };
}

export function readDom(page) {
	return page.evaluate(readDocument, [EXTRA, PAGE_LINK]);
}

const KINDS = {
	RootWebArea: "document", heading: "heading", paragraph: "paragraph", list: "list", listitem: "item", table: "table", row: "row",
	columnheader: "header", rowheader: "header", cell: "cell", gridcell: "cell", image: "figure", img: "figure", caption: "caption",
	Figcaption: "caption", link: "link", "doc-noteref": "link", "doc-backlink": "link", note: "note", "doc-footnote": "note",
};
const UNREAD = new Set(["ListMarker", "InlineTextBox"]);

/* What the style sheet sets apart as blocks, by the numbers that the tree uses. */
async function blocksOf(session) {
	const { documents, strings } = await session.send("DOMSnapshot.captureSnapshot", { computedStyles: ["display"] });
	const [{ nodes, layout }] = documents;
	const display = (at) => strings[layout.styles[at][0]] ?? "inline";

	return new Set(layout.nodeIndex.filter((_, at) => !display(at).startsWith("inline")).map((index) => nodes.backendNodeId[index]));
}

/*
 * What the protocol leaves out of the tree, from the elements: how many columns and rows a cell covers, what is a block,
 * and which parts print has not.
 */
async function fromElements(session) {
	const blocks = await blocksOf(session);
	const { root } = await session.send("DOM.getDocument", { depth: -1 });
	const more = new Map();
	const visit = (one, around) => {
		const attribute = (name) => {
			const at = (one.attributes ?? []).indexOf(name);

			return at < 0 ? undefined : one.attributes[at + 1];
		};
		const classes = (attribute("class") ?? "").split(" ");
		const extra = (one.nodeName === "A" && classes.includes("skip")) || classes.includes("tool") || classes.includes("web-only")
			|| (one.nodeName === "DETAILS" && classes.includes("described"))
			|| (around === "BODY" && /^(NAV|FOOTER)$/.test(one.nodeName));

		more.set(one.backendNodeId, {
			block: blocks.has(one.backendNodeId),
			...(/^T[HD]$/.test(one.nodeName) && { columns: Number(attribute("colspan") ?? 1), rows: Number(attribute("rowspan") ?? 1) }),
			...(extra && { extra }),
			...(classes.includes(PAGE_LINK) && { page: true }),
			...(one.nodeName === "ABBR" && attribute("title") && { instead: attribute("title") }),
		});
		(one.children ?? []).forEach((child) => visit(child, one.nodeName));
	};

	await session.send("DOM.enable");
	visit(root, "");
	return more;
}

/*
 * The accessibility tree that Chromium hands to screen readers, in the same form. Scopes are the roles that the
 * cells have there.
 */
export async function readAccessible(page) {
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send("Accessibility.getFullAXTree");
	const address = page.url().replace(/#.*/, "");
	const more = await fromElements(session);
	const byId = new Map(nodes.map((one) => [one.nodeId, one]));
	const property = (one, name) => one.properties?.find((each) => each.name === name)?.value.value;
	const read = (one) => {
		const role = one.role?.value ?? "none";

		if (role === "StaticText")
			return [{ kind: "text", text: one.name?.value ?? "" }];
		if (role === "LineBreak")
			return [{ kind: "text", text: "\n" }];
		if (UNREAD.has(role))
			return [];
		if (!one.ignored && KINDS[role] === "figure")
			return [{ kind: "figure", alternative: one.name?.value ?? "", description: one.description?.value, children: [] }];
		if (more.get(one.backendDOMNodeId)?.instead)
			return [{ kind: "text", text: more.get(one.backendDOMNodeId).instead }];
		const children = (one.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap(read);

		const own = more.get(one.backendDOMNodeId) ?? {};

		if (one.ignored && !own.block && !own.extra)
			return children;
		return [{
			kind: one.ignored ? "group" : KINDS[role] ?? "group", role, children, ...own,
			...(role === "heading" && { level: property(one, "level") }),
			...(KINDS[role] === "link" && { target: (property(one, "url") ?? "").replace(address, "") }),
			...(role === "navigation" && { contents: true }),
			...(role === "columnheader" && { scope: "column" }),
			...(role === "rowheader" && { scope: "row" }),
			...(one.name?.value && { name: one.name.value }),
		}];
	};
	const [tree] = read(nodes[0]);

	await session.detach();
	return tree;
}
