/*
 * The two forms of every chart as SVG: well-formed XML, and alike when they are drawn. Text is drawn by glyphs in one and
 * by the browser's font in the other, so they are compared as somebody sees them from afar: in cells of many pixels.
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../parts/run.mjs";

const TEXT = ".text.svg";
const CELL = 8; // pixels
/*
 * Of 255, for the mean of a colour in a cell. Charts of the examples come to 16 at most; a label that is missing or a bar
 * of another colour to 20 and more, most of them far more.
 */
const APART = 25;

/* Runs in the page: how far the cells of two pictures are apart at most, cells overlap by half. */
async function compareDrawn([one, other, cell]) {
	const draw = async (svg) => {
		const image = new Image();

		image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
		await image.decode();
		const canvas = document.createElement("canvas");

		canvas.width = Math.round(image.naturalWidth);
		canvas.height = Math.round(image.naturalHeight);
		const context = canvas.getContext("2d", { willReadFrequently: true });

		context.fillStyle = "#fff";
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		return context.getImageData(0, 0, canvas.width, canvas.height);
	};
	const [first, second] = [await draw(one), await draw(other)];
	const { width, height } = first;

	if (width !== second.width || height !== second.height)
		return { sizes: [first, second].map((each) => `${each.width} by ${each.height}`) };
	/* Sums of what lies above and to the left of a pixel: a cell is four of them. */
	const sums = new Int32Array((width + 1) * (height + 1));
	let apart = 0, drawn = 0;

	for (let channel = 0; channel < 3; channel += 1) {
		for (let y = 0; y < height; y += 1)
			for (let x = 0, row = 0; x < width; x += 1) {
				const at = 4 * (y * width + x) + channel;

				row += first.data[at] - second.data[at];
				drawn += first.data[at] < 250 ? 1 : 0;
				sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
			}
		for (let top = 0; top + cell <= height; top += cell / 2)
			for (let left = 0; left + cell <= width; left += cell / 2) {
				const above = top * (width + 1) + left, below = above + cell * (width + 1);

				apart = Math.max(apart, Math.abs(sums[below + cell] - sums[below] - sums[above + cell] + sums[above]));
			}
	}
	return { apart: apart / cell ** 2, drawn: drawn / (3 * width * height) };
}

export async function likenessFaults(page, one, other) {
	const { apart, drawn, sizes } = await page.evaluate(compareDrawn, [one, other, CELL]);

	if (sizes)
		return [`one is ${sizes[0]} where the other is ${sizes[1]}`];
	return [
		...(apart > APART ? [`a place differs by ${apart.toFixed(0)} of 255`] : []),
		...(drawn < 0.01 ? ["next to nothing is drawn"] : []),
	];
}

/* The charts of one folder. */
export async function checkPictures(report, browser, folder) {
	const page = await browser.newPage();
	const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".svg"));
	const pairs = files.filter((name) => name.endsWith(TEXT)).map((name) => [name, `${name.slice(0, -TEXT.length)}.svg`]);

	await report.check(`${folder}: every SVG is well-formed`, async () => {
		const { status, errors } = await run("xmllint", ["--noout", "--nonet", ...files.map((name) => join(folder, name))]);

		return status === 0 && files.length > 0 ? [] : [`${files.length} files`, ...errors.split("\n")];
	});
	await report.check(`${folder}: ${pairs.length} charts look alike with live text and with outlines`, async () => {
		const faults = pairs.length > 0 ? [] : ["no chart in both forms"];

		for (const pair of pairs) {
			const [text, outlined] = await Promise.all(pair.map((name) => readFile(join(folder, name), "utf8")));

			for (const fault of await likenessFaults(page, text, outlined))
				faults.push(`${pair[0]}: ${fault}`);
			if (/<(clipPath|filter)\b|\bclip-path=|\bfilter=/.test(text))
				faults.push(`${pair[0]}: a clip path or filter`);
		}
		return faults;
	});
	await page.close();
}
