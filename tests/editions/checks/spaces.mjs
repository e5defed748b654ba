/*
 * Whether words stay apart for a reader that goes by the characters of a PDF file and its tags alone, as poppler does:
 * between two words there has to be a space that is drawn, or a tag of its own for each. Where pdf.js sees a gap
 * or a new line on the page, poppler must have one of both.
 */
import { runWell } from "../parts/run.mjs";

/* The strings of "pdfinfo -struct-text", a line each, without those of pictures. */
export function stringsOfPoppler(listing) {
	const strings = [];
	let within = Infinity; // how far a picture is set in

	for (const line of listing.split("\n")) {
		const indent = line.search(/\S/);
		const found = /^\s*"(.*)"$/.exec(line);

		if (indent < 0)
			continue;
		if (indent <= within)
			within = /^\s*Figure\b/.test(line) ? indent : Infinity;
		if (found && within === Infinity)
			strings.push(found[1]);
	}
	return strings;
}

/* Places where one has a space and the other has none. Both hold the same characters otherwise. */
export function runTogether(texts, strings) {
	const gaps = texts.join(" ").replace(/(\S[-\u2013/|])\s*\n/gu, "$1");
	const characters = strings.join(" ");
	const faults = [];
	let at = 0;

	for (let place = 0; place < gaps.length; place += 1) {
		if (/\s/.test(gaps[place])) {
			const apart = /\s/.test(characters[at] ?? " ") || /\s/.test(characters[at - 1] ?? " ");

			if (!apart && !/\s/.test(gaps[place - 1] ?? " "))
				faults.push(`"${characters.slice(Math.max(0, at - 25), at)}" and "${characters.slice(at, at + 25)}" run together`);
			continue;
		}
		while (/\s/.test(characters[at] ?? "."))
			at += 1;
		if (characters[at] !== gaps[place])
			return [...faults, `other characters from here: "${gaps.slice(place, place + 30)}" against "${characters.slice(at, at + 30)}"`];
		at += 1;
	}
	return faults;
}

export async function spaceFaults(path, texts) {
	return runTogether(texts, stringsOfPoppler(await runWell("pdfinfo", ["-struct-text", path])));
}
