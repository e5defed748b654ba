/* axe-core on a page as it is seen in one way. */
import { readFile } from "node:fs/promises";
import { axeSource } from "../parts/packages.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const source = readFile(axeSource, "utf8");

/* Those of them that width, colours and print can change; the others see the same document in every way. */
const OF_LOOKS = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "label", "link-name",
	"button-name", "aria-hidden-focus"];
/* How many rows of a table are looked at again: the others are of the same making. */
const ROWS = 4;

/* The ways in which every HTML edition is looked at; whole: every element by all rules. */
export const WAYS = [
	{ name: "1280 px", width: 1280, whole: true },
	{ name: "768 px", width: 768 },
	{ name: "320 px", width: 320, whole: true },
	{ name: "print", width: 1280, media: { media: "print" } },
	{ name: "dark", width: 1280, media: { colorScheme: "dark" }, whole: true },
	{ name: "forced colours", width: 1280, media: { forcedColors: "active" } },
];

export async function lookIn(page, way) {
	await page.setViewportSize({ width: way.width, height: 900 });
	await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none", ...way.media });
}

/*
 * Runs in the page. What a picture holds besides its words is left out while axe-core reads the page: it is told as one
 * image, so no rule looks at it, but it has most of the elements. Its contrast is the business of contrast.mjs. rows: how
 * many are left of every part of a table.
 */
async function runAxe([only, rows]) {
	const lessened = [];
	const leave = (element, kept) => {
		lessened.push([element, [...element.childNodes]]);
		element.replaceChildren(...kept);
	};

	for (const svg of document.querySelectorAll("svg[role='img'], svg[aria-hidden='true']"))
		leave(svg, [...svg.children].filter((child) => /^(title|desc)$/.test(child.localName)));
	for (const body of document.querySelectorAll("tbody"))
		if (body.rows.length > rows)
			leave(body, [...body.rows].slice(0, rows));
	const results = await window.axe.run(document, { runOnly: only, resultTypes: ["violations"], preload: false,
		...(only.type === "tag" && { rules: { "target-size": { enabled: true } } }) });

	lessened.forEach(([element, children]) => element.replaceChildren(...children));
	return results.violations.map((one) =>
		`${one.id}: ${one.help}; ${one.nodes.length} places, the first ${one.nodes[0].html.slice(0, 160)}`);
}

/* Violations, a line each with the first places. */
export async function violations(page, { whole } = { whole: true }) {
	if (!(await page.evaluate(() => "axe" in window)))
		await page.evaluate(await source);
	return page.evaluate(runAxe, whole ? [{ type: "tag", values: RULES }, Infinity] : [{ type: "rule", values: OF_LOOKS }, ROWS]);
}
