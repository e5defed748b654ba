/* A walk through a page with the tabulator key. */

/* Runs in the page: everything that can have the focus, in the order of the document, numbered for the walk. */
function numberFocusable() {
	const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
	let count = 0;

	for (const element of document.querySelectorAll(focusable))
		if (element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))
			element.dataset.walk = String(count++);
	return count;
}

/* Runs in the page: where the focus is, and whether that can be seen. */
function tellFocus() {
	const element = document.activeElement;

	if (!element || element === document.body)
		return null;
	const style = getComputedStyle(element);
	const box = element.getBoundingClientRect();
	const outlined = style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);

	return {
		number: Number(element.dataset.walk ?? -1),
		name: `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 40)}"`,
		href: element.getAttribute("href"),
		seen: outlined || style.boxShadow !== "none",
		inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1 && box.height > 1,
	};
}

export async function keyboardFaults(page) {
	const faults = [];

	await page.goto(page.url().replace(/#.*/, "")); // from its beginning
	const count = await page.evaluate(numberFocusable);
	const order = [];

	for (let step = 0; step < count + 1; step += 1) {
		await page.keyboard.press("Tab");
		const focus = await page.evaluate(tellFocus);

		if (!focus)
			break;
		if (step === 0 && !focus.href?.startsWith("#"))
			faults.push(`the first stop is ${focus.name}, not a link that skips to the text`);
		if (!focus.seen)
			faults.push(`the focus on ${focus.name} cannot be seen`);
		if (!focus.inWindow)
			faults.push(`${focus.name} has the focus outside the window`);
		order.push(focus.number);
	}
	order.forEach((number, place) => {
		if (number !== place && faults.length < 20)
			faults.push(`stop ${place + 1} is element ${number + 1} of the document`);
	});
	if (order.length < count)
		faults.push(`${count} elements can have the focus, ${order.length} were reached`);
	return faults;
}

/* The link that skips: it leads to the main text, and the next stop lies there. */
export async function skipLinkFaults(page) {
	const stands = () => document.querySelector("main")?.contains(document.activeElement);

	await page.goto(page.url().replace(/#.*/, ""));
	await page.keyboard.press("Tab");
	if (!(await page.evaluate(() => document.activeElement.hash && document.querySelector("main")?.id === document.activeElement.hash.slice(1))))
		return ["the first stop is no link to the main text"];
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	return (await page.evaluate(stands)) ? [] : ["the link that skips does not bring the next stop into the main text"];
}

/* Regions that scroll sideways: reached by the keyboard, named, and moved by the arrows. */
export async function regionFaults(page) {
	/* When fonts have come and the page has taken note of its width. */
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	});
	const regions = await page.evaluate(() => {
		const found = [];

		document.querySelectorAll("[data-scrolls]").forEach((element) => element.removeAttribute("data-scrolls"));
		for (const element of document.body.querySelectorAll("*:not(svg *)")) {
			if (!/auto|scroll/.test(getComputedStyle(element).overflowX) || element.scrollWidth <= element.clientWidth + 1
				|| !element.checkVisibility())
				continue;
			element.dataset.scrolls = String(found.length);
			found.push({
				focusable: element.tabIndex >= 0,
				named: element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby"),
				role: element.getAttribute("role") ?? element.tagName.toLowerCase(),
				name: element.textContent.trim().slice(0, 40),
			});
		}
		return found;
	});
	const faults = [];

	for (const [number, region] of regions.entries()) {
		if (!region.focusable || !region.named || !/region|group|section/.test(region.role))
			faults.push(`the part "${region.name}" scrolls but is no named region that the keyboard reaches`);
		if (number >= 3)
			continue; // one style sheet moves them all
		await page.locator(`[data-scrolls="${number}"]`).focus();
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowRight");
		await page.waitForTimeout(150);
		if ((await page.locator(`[data-scrolls="${number}"]`).evaluate((one) => one.scrollLeft)) === 0)
			faults.push(`the part "${region.name}" does not scroll with the arrow keys`);
	}
	return faults;
}
