/*
 * A PDF file as a reading program has it: its tags as qpdf finds them in the file, their text as pdf.js takes it from
 * the pages. pdf.js tells the tags of one page at a time and leaves out scopes, so that a table over several
 * pages could not be put together from it; what it does tell is compared with the file's own by tagsOfReader().
 */
import { readFile } from "node:fs/promises";
import { pdfjs } from "../parts/packages.mjs";
import { runWell } from "../parts/run.mjs";
import { node, rawWords, squeeze, text, walk } from "./tree.mjs";

/* The objects of a file, with references followed. */
class Objects {
	constructor(listing) {
		[, this.objects] = listing.qpdf;
	}

	at(reference) {
		const object = this.objects[`obj:${reference}`];

		return object?.value ?? object?.stream?.dict ?? null;
	}

	follow(value) {
		return typeof value === "string" && /^\d+ \d+ R$/.test(value) ? this.at(value) : value;
	}

	get(dictionary, key) {
		return this.follow(dictionary?.[key]);
	}

	get root() {
		return this.get(this.objects.trailer.value, "/Root");
	}
}

const isReference = (value) => typeof value === "string" && /^\d+ \d+ R$/.test(value);
const string = (value) => (value?.startsWith("u:") ? value.slice(2) : value ? Buffer.from(value.slice(2), "hex").toString("latin1") : "");
const list = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const objectNumber = (reference) => Number(reference.split(" ")[0]);

/*
 * The tags as they are in the file: elements { type, ..., kids } with kids that are elements, { content: "p12R_mc3" }
 * in the words of pdf.js, or { annotation: dictionary }.
 */
function elements(objects) {
	const attributes = (element, key) => {
		for (const set of list(objects.get(element, "/A")))
			if (objects.follow(set)?.[key] !== undefined)
				return objects.get(objects.follow(set), key);
		return undefined;
	};
	const kid = (value, page) => {
		if (typeof value === "number")
			return { content: `p${objectNumber(page)}R_mc${value}` };
		const one = objects.follow(value);

		if (one["/Type"] === "/MCR")
			return { content: `p${objectNumber(one["/Pg"] ?? page)}R_mc${one["/MCID"]}` };
		if (one["/Type"] === "/OBJR")
			return { annotation: objects.get(one, "/Obj"), reference: one["/Obj"] };
		return element(one, page);
	};
	const element = (one, around) => {
		const page = one["/Pg"] ?? around;

		return {
			type: one["/S"].slice(1),
			id: string(objects.get(one, "/ID")),
			alternative: string(objects.get(one, "/Alt")),
			replacement: one["/ActualText"] === undefined ? undefined : string(objects.get(one, "/ActualText")),
			expansion: string(objects.get(one, "/E")),
			language: string(objects.get(one, "/Lang")),
			scope: attributes(one, "/Scope"),
			columns: attributes(one, "/ColSpan") ?? 1,
			rows: attributes(one, "/RowSpan") ?? 1,
			headers: list(attributes(one, "/Headers")).map((header) => string(objects.follow(header))),
			numbering: attributes(one, "/ListNumbering"),
			summary: string(attributes(one, "/Summary")),
			kids: list(objects.get(one, "/K")).map((value) => kid(value, page)),
		};
	};
	const tree = objects.get(objects.root, "/StructTreeRoot");

	if (!tree)
		throw new Error("the file has no tags");
	return list(objects.get(tree, "/K")).map((value) => element(objects.follow(value), undefined));
}

/*
 * Text of every marked piece of a page, by its name. pdf.js has a line's end for the space there; a hyphen needs none. That
 * the space is really drawn is the business of checks/spaces.mjs. The last line of a page ends, too: its paragraph may go on.
 */
async function piecesOfPage(page) {
	const pieces = new Map();
	const open = [];
	let last;
	const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });

	for (const item of content.items) {
		const name = open.findLast((one) => one);

		if (item.type?.startsWith("beginMarkedContent"))
			open.push(item.id ?? "");
		else if (item.type === "endMarkedContent")
			open.pop();
		else if (name) {
			pieces.set(name, (pieces.get(name) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
			last = name;
		}
	}
	if (last !== undefined)
		pieces.set(last, `${pieces.get(last)}\n`);
	return pieces;
}

/* The texts in reading order, without those of pictures. */
function drawnTexts(element, pieces) {
	if (element.content !== undefined)
		return [pieces.get(element.content) ?? ""];
	return element.annotation !== undefined || element.type === "Figure" ? []
		: element.kids.flatMap((kid) => drawnTexts(kid, pieces));
}

const KINDS = {
	Document: "document", P: "paragraph", L: "list", TOC: "list", LI: "item", TOCI: "item", Table: "table", TR: "row",
	TH: "header", TD: "cell", Figure: "figure", Caption: "caption", Note: "note", Link: "link",
};
const BLOCKS = new Set(["Sect", "Part", "Div", "LBody", "BlockQuote", "THead", "TBody"]);

function target(objects, annotation) {
	const action = objects.get(annotation, "/A");
	const place = objects.get(annotation, "/Dest") ?? objects.get(action, "/D");

	if (action?.["/URI"] !== undefined)
		return string(objects.get(action, "/URI"));
	return typeof place === "string" ? `#${place.startsWith("/") ? place.slice(1) : string(place)}` : "#";
}

/* The label of an item, which a browser makes by itself. */
const isMarker = (element, kid) => element.type === "LI" && kid.type === "Lbl";

/* The number of the page at the end of an entry of the contents: HTML has no pages. */
function dropPageNumber(children) {
	const leaves = children.filter(({ contents }) => !contents).flatMap((child) => [...walk(child)].map(([one]) => one)).filter(({ text: words }) => words?.trim());
	const last = leaves.at(-1);

	if (last)
		last.text = last.text.replace(/\s*\d+\s*$/, "");
}

/* The space before a text that something else is read for. */
function apart(element, pieces) {
	const first = element.kids.find((kid) => kid.content !== undefined);

	return first && /^\s/.test(pieces.get(first.content) ?? "") ? " " : "";
}

function toTree(objects, pieces, element) {
	if (element.content !== undefined)
		return text((pieces.get(element.content) ?? "").replace(/(\S[-\u2013/|])\s*\n/gu, "$1"));
	if (element.annotation !== undefined)
		return node("group");
	const heading = /^H([1-6])$/.exec(element.type);
	const annotation = element.kids.find((kid) => kid.annotation)?.annotation;
	const instead = element.replacement ?? (element.expansion || undefined);
	const children = instead !== undefined ? [text(`${apart(element, pieces)}${instead}`)]
		: element.type === "Figure" ? [] : element.kids.filter((kid) => !isMarker(element, kid)).map((kid) => toTree(objects, pieces, kid));

	if (element.type === "TOCI")
		dropPageNumber(children);
	return node(heading ? "heading" : KINDS[element.type] ?? "group", children, {
		type: element.type,
		block: BLOCKS.has(element.type),
		...(element.type === "TOC" && { contents: true }),
		...(heading && { level: Number(heading[1]) }),
		...(element.type === "Link" && { target: annotation ? target(objects, annotation) : "" }),
		...(element.type === "Link" && /^page \d+$/i.test(squeeze(children.map(rawWords).join(""))) && { page: true }),
		...(element.type === "Figure" && { alternative: element.alternative }),
		...(/^T[HD]$/.test(element.type) && { columns: element.columns, rows: element.rows, id: element.id, headers: element.headers }),
		...(element.type === "Table" && { name: element.summary ?? "" }),
		...(element.type === "TH" && { scope: (element.scope ?? "").slice(1).toLowerCase() }),
		...(element.type === "L" && { numbered: /Decimal|Alpha|Roman/.test(element.numbering ?? "") }),
		...(element.language && { language: element.language }),
	});
}

/* What pdf.js says of one page, as brackets, for comparison with the file's own. */
function brackets(one) {
	return one.role ? `${one.role}(${(one.children ?? []).map(brackets).filter(Boolean).join(" ")})`
		: one.type === "content" ? one.id : "";
}

function bracketsOfPage(element, prefix) {
	if (element.content !== undefined)
		return element.content.startsWith(prefix) ? element.content : "";
	if (element.annotation !== undefined)
		return "";
	const inside = element.kids.map((kid) => bracketsOfPage(kid, prefix)).filter(Boolean).join(" ");

	return inside ? `${element.type}(${inside})` : "";
}

/*
 * Reads a file: { tree, pages, texts, faults }. texts: every marked piece as it is drawn; faults says where pdf.js sees
 * other tags than stand in the file.
 */
export async function readPdf(path) {
	const listing = await runWell("qpdf", ["--json=2", "--json-key=qpdf", "--json-stream-data=none", path]);
	const objects = new Objects(JSON.parse(listing));
	const roots = elements(objects);
	const loading = pdfjs.getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0, isEvalSupported: false,
		disableFontFace: true, useSystemFonts: false });
	const file = await loading.promise;
	const pieces = new Map();
	const faults = [];

	for (let number = 1; number <= file.numPages; number += 1) {
		const page = await file.getPage(number);
		const seen = await page.getStructTree();
		const prefix = `p${page.ref.num}R_`;
		const there = roots.map((root) => bracketsOfPage(root, prefix)).filter(Boolean).join(" ");
		const told = (seen?.children ?? []).map(brackets).filter(Boolean).join(" ");

		for (const [name, words] of await piecesOfPage(page))
			pieces.set(name, words);
		if (told !== there)
			faults.push(`page ${number}: pdf.js reads other tags than stand in the file: ${difference(told, there)}`);
		page.cleanup();
	}
	const pages = file.numPages;

	await loading.destroy();
	return { tree: node("document", roots.map((root) => toTree(objects, pieces, root)), {
		language: string(objects.get(objects.root, "/Lang")) }), pages, faults,
		texts: roots.flatMap((root) => drawnTexts(root, pieces)) };
}

function difference(told, there) {
	let at = 0;

	while (at < told.length && told[at] === there[at])
		at += 1;
	return `"${told.slice(Math.max(0, at - 30), at + 40)}" against "${there.slice(Math.max(0, at - 30), at + 40)}"`;
}

