/* Rules of an HTML edition that axe-core does not know, or counts as advice. */

/* Runs in the page. */
function findBreaches() {
	const faults = [];
	const ids = new Map();
	const told = (element) => element.outerHTML.slice(0, 100);
	const ofAll = (selector) => [...document.querySelectorAll(selector)];

	for (const element of ofAll("[id]"))
		ids.set(element.id, (ids.get(element.id) ?? 0) + 1);
	for (const [id, count] of ids)
		if (count > 1)
			faults.push(`the id ${id} stands ${count} times`);
	for (const link of ofAll("a[href^='#']"))
		if (!ids.has(decodeURIComponent(link.getAttribute("href").slice(1))))
			faults.push(`a link leads nowhere: ${told(link)}`);
	for (const attribute of ["aria-labelledby", "aria-describedby", "headers", "aria-controls"])
		for (const element of ofAll(`[${attribute}]`))
			for (const id of element.getAttribute(attribute).split(/\s+/))
				if (!ids.has(id))
					faults.push(`${attribute} names ${id}, which is not there`);
	if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(document.documentElement.lang))
		faults.push("no language");
	if (!document.title.trim())
		faults.push("no title");
	for (const [selector, wanted] of [["h1", 1], ["main", 1]])
		if (ofAll(selector).length !== wanted)
			faults.push(`${ofAll(selector).length} elements ${selector}, wanted ${wanted}`);
	let level = 0;

	/* Navigation may stand before the heading of the page. */
	for (const heading of ofAll(":is(h1, h2, h3, h4, h5, h6):not(body > * > nav *, body > nav *)")) {
		const own = Number(heading.tagName[1]);

		if (own > level + 1)
			faults.push(`a heading of level ${own} after one of level ${level}: ${told(heading)}`);
		level = own;
	}
	for (const heading of ofAll("th:not([scope])"))
		faults.push(`a heading of a table without scope: ${told(heading)}`);
	for (const picture of ofAll("svg")) {
		const shown = picture.getAttribute("aria-hidden") !== "true";

		if (shown && (picture.getAttribute("role") !== "img" || !(picture.querySelector(":scope > title")?.textContent.trim() || picture.getAttribute("aria-label"))))
			faults.push(`a picture without role and title: ${told(picture)}`);
		if (picture.querySelector("clipPath, filter"))
			faults.push(`a picture with a clip path or filter: ${told(picture)}`);
	}
	if (!document.querySelector("meta[http-equiv='Content-Security-Policy']"))
		faults.push("no content security policy");
	if (document.querySelector("[style]"))
		faults.push(`a style attribute, which a strict policy does not allow: ${told(document.querySelector("[style]"))}`);
	return faults;
}

export function pageRuleFaults(page) {
	return page.evaluate(findBreaches);
}
