/*
 * The contrast of every text with what lies behind it, texts of pictures as well, by the formula of WCAG 2.2.
 */

/* Runs in the page; numbers are 0 to 255, alpha 0 to 1. */
function findWeak() {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	const known = new Map();
	const colour = (css) => {
		if (!known.has(css)) {
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = css;
			canvas.fillRect(0, 0, 1, 1);
			const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;

			known.set(css, [red, green, blue, alpha / 255]);
		}
		return known.get(css);
	};
	const over = (top, below, opacity = 1) => {
		const alpha = top[3] * opacity;

		return [0, 1, 2].map((at) => top[at] * alpha + below[at] * (1 - alpha)).concat(1);
	};
	const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
	const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
	const contrast = (one, other) => {
		const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);

		return (light + 0.05) / (dark + 0.05);
	};
	const page = () => (matchMedia("(prefers-color-scheme: dark)").matches
		&& /dark/.test(getComputedStyle(document.documentElement).colorScheme) ? [18, 18, 18, 1] : [255, 255, 255, 1]);
	const behind = (element) => {
		const layers = [];

		for (let up = element; up; up = up.parentElement) {
			const tint = colour(getComputedStyle(up).backgroundColor);

			if (tint[3] > 0)
				layers.push(tint);
			if (tint[3] === 1)
				break;
		}
		return layers.reduceRight((below, tint) => over(tint, below), page());
	};
	const visibleFill = (shape) => {
		const style = getComputedStyle(shape);

		return style.fill !== "none" && !style.fill.startsWith("url") ? { tint: colour(style.fill), opacity: style.fillOpacity * style.opacity } : null;
	};
	/* What is drawn in a picture under a point before the text was. */
	const underText = (text, svg) => {
		const box = text.getBBox();
		const matrix = text.getCTM();
		const point = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(matrix);
		let below = behind(svg);

		for (const shape of svg.querySelectorAll("rect, path, circle, ellipse, polygon")) {
			if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING)
				break;
			if (shape.closest("defs, clipPath, marker, symbol"))
				continue;
			const fill = visibleFill(shape);
			const local = fill && point.matrixTransform(shape.getCTM().inverse());

			if (fill && shape.isPointInFill(local))
				below = over(fill.tint, below, fill.opacity);
		}
		return below;
	};
	const weak = new Map();
	const measure = (text, front, back, size, bold) => {
		const ratio = contrast(over(front, back), back);
		const wanted = size >= 24 || (size >= 18.66 && bold) ? 3 : 4.5;
		const key = `${front.slice(0, 3).map(Math.round)} on ${back.slice(0, 3).map(Math.round)}`;

		if (ratio < wanted - 0.005 && !weak.has(key))
			weak.set(key, `"${text.trim().slice(0, 40)}" ${key}: ${ratio.toFixed(2)}, wanted ${wanted}`);
	};
	let texts = 0;

	for (const element of document.body.querySelectorAll("*:not(svg *)")) {
		const own = [...element.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
		const box = own.length > 0 && element.getBoundingClientRect();

		if (!box || !element.checkVisibility({ visibilityProperty: true }) || box.width <= 1 || box.height <= 1)
			continue;
		const style = getComputedStyle(element);

		measure(own[0].data, colour(style.color), behind(element), parseFloat(style.fontSize), style.fontWeight >= 700);
		texts += 1;
	}
	for (const text of document.body.querySelectorAll("svg text")) {
		const svg = text.ownerSVGElement;
		const style = getComputedStyle(text);

		if (!svg.checkVisibility() || style.fill === "none")
			continue;
		measure(text.textContent, colour(style.fill), underText(text, svg), parseFloat(style.fontSize), style.fontWeight >= 700);
		texts += 1;
	}
	return { texts, faults: [...weak.values()] };
}

/* Texts with too little contrast, one for each pair of colours; one more when nothing was measured. */
export async function contrastFaults(page) {
	const { texts, faults } = await page.evaluate(findWeak);

	return texts > 0 ? faults : ["no text was measured"];
}
