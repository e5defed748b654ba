/* Whether a page can be read when it is narrow, enlarged or set with wide spaces. */

/* Runs in the page: texts that stick out of it sideways, or are cut off by a box of fixed height. */
function findLost() {
	const lost = [];
	const width = document.documentElement.clientWidth;
	const scrolls = (element) => {
		for (let up = element; up && up !== document.body; up = up.parentElement)
			if (/auto|scroll/.test(getComputedStyle(up).overflowX))
				return true;
		return false;
	};
	const told = (element) => `"${element.textContent.trim().slice(0, 50)}"`;

	if (document.scrollingElement.scrollWidth > width)
		lost.push(`the page is ${document.scrollingElement.scrollWidth} px wide in a window of ${width}`);
	for (const element of document.body.querySelectorAll("*:not(svg *)")) {
		const own = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());

		if (!own || !element.checkVisibility({ visibilityProperty: true }))
			continue;
		const box = element.getBoundingClientRect();
		const style = getComputedStyle(element);

		if (box.width <= 1 || box.height <= 1 || box.right <= 0)
			continue; // words for screen readers alone
		if (box.right > width + 1 && !scrolls(element))
			lost.push(`${told(element)} sticks out to the right by ${Math.round(box.right - width)} px`);
		if (/hidden|clip/.test(style.overflow) && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2))
			lost.push(`${told(element)} is cut off`);
	}
	return lost;
}

const SPACED = `*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
	p { margin-bottom: 2em !important; }`;

/* A style sheet that the content security policy does not hold back, as a reader's own is not. */
async function withStyle(page, css, look) {
	await page.evaluate((rules) => {
		const sheet = new CSSStyleSheet();

		sheet.replaceSync(rules);
		document.adoptedStyleSheets.push(sheet);
	}, css);
	const found = await look();

	await page.evaluate(() => {
		document.adoptedStyleSheets.pop();
	});
	return found;
}

/* Gives { name, faults } for every way of reading. */
export async function layoutFaults(page) {
	const all = [];
	const add = async (name, width, css) => {
		await page.setViewportSize({ width, height: 900 });
		all.push({ name, faults: await withStyle(page, css, () => page.evaluate(findLost)) });
	};

	await add("320 px, or 400% in a window of 1280", 320, "");
	await add("letters twice as large in a window of 1280", 1280, "html { font-size: 200% !important; }");
	await add("wide spaces between letters, words and lines", 1280, SPACED);
	await add("wide spaces at 320 px", 320, SPACED);
	return all;
}
