#include "support/pages_reading.h"

#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"

/* The note that a marker leads to, on its page. */
static const struct label *note_on(const struct paper *paper, const struct labels *words,
				   const char *number)
{
	const char *begin = arena_printf(paper->arena, "%s ", number);

	for (size_t i = 0; i < words->count; i++)
		if (paper_is(paper, &words->items[i], STRUCTURE_NOTE) &&
		    strncmp(words->items[i].text, begin, strlen(begin)) == 0)
			return &words->items[i];
	return NULL;
}

/* From the last base line of the text to the capitals of the first note: without a gap it is about 7. */
static const double note_distance = 11;

const char *paper_notes_elsewhere(const struct paper *paper)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page), body = paper_body(paper, page);
		double bottom = body.count == 0 ? 0 : body.items[body.count - 1].at.y;

		for (size_t i = 0; i < words.count; i++) {
			const struct label *label = &words.items[i], *note;

			/* A marker is a number alone; other references have words. */
			if (!paper_is(paper, label, STRUCTURE_REFERENCE) ||
			    label->text[strspn(label->text, "0123456789")] != '\0' ||
			    paper_is(paper, label, STRUCTURE_CONTENTS))
				continue;
			note = note_on(paper, &words, label->text);
			if (note == NULL)
				return paper_fault(paper, page, label,
						   "has no footnote on its page");
			if (note->at.y <= bottom)
				return paper_fault(paper, page, note, "does not stand at the foot");
			if (note->box.y < bottom + note_distance)
				return paper_fault(paper, page, note, "stands too near the text");
		}
	}
	return NULL;
}

const char *paper_words_untagged(const struct paper *paper)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);

		for (size_t i = 0; i < words.count; i++) {
			int element = words.items[i].element;
			bool artifact = element == ARTIFACT_HEADER || element == ARTIFACT_FOOTER ||
					element == ARTIFACT_REPEATED || element == ELEMENT_OF_USER;

			if (!artifact &&
			    (element < 1 || element >= (int)paper->pages->structure.count))
				return paper_fault(paper, page, &words.items[i],
						   "belongs to nothing");
		}
	}
	return NULL;
}

/* -- marks and links ---------------------------------------------------------------------------- */

const char *paper_marks_outside(const struct paper *paper)
{
	static const double slack = 0.5;

	for (size_t page = 1; page <= paper->pages->count; page++) {
		const struct scene *scene = paper->pages->items[page - 1];
		struct labels marks = paper_marks(paper, page);
		struct box sheet = { 0, 0, scene->width, scene->height };

		for (size_t i = 0; i < marks.count; i++)
			if (!box_contains(sheet, marks.items[i].box, slack))
				return paper_fault(paper, page, &marks.items[i],
						   "is a mark beyond the page");
	}
	return NULL;
}

const char *paper_marks_untagged(const struct paper *paper)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels marks = paper_marks(paper, page);

		for (size_t i = 0; i < marks.count; i++)
			if (marks.items[i].element >= 0 &&
			    !paper_is(paper, &marks.items[i], STRUCTURE_FIGURE))
				return paper_fault(paper, page, &marks.items[i],
						   "is a mark among words");
	}
	return NULL;
}

static void find_places(const struct scene *scene, struct string_index *places)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_USE)
			find_places(item->use, places);
		else if (item->kind == SCENE_ANCHOR)
			string_index_add(places, item->target, 1);
	}
}

static const char *lost_link(const struct scene *scene, const struct string_index *places)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];
		const char *lost = NULL;

		if (item->kind == SCENE_USE)
			lost = lost_link(item->use, places);
		else if (item->kind == SCENE_LINK && item->target[0] == '#' &&
			 string_index_find(places, item->target + 1) == STRING_INDEX_NONE)
			lost = item->target;
		if (lost != NULL)
			return lost;
	}
	return NULL;
}

const char *paper_links_lost(const struct paper *paper)
{
	struct string_index *places = string_index_new(paper->arena);
	const struct pages *pages = paper->pages;

	for (size_t page = 0; page < pages->count; page++)
		find_places(pages->items[page], places);
	for (size_t page = 0; page < pages->count; page++) {
		const char *lost = lost_link(pages->items[page], places);

		if (lost != NULL)
			return arena_printf(paper->arena, "page %zu: nothing is at %s", page + 1,
					    lost);
	}
	for (size_t i = 0; i < pages->outline_count; i++)
		if (string_index_find(places, pages->outline[i].anchor) == STRING_INDEX_NONE)
			return arena_printf(paper->arena, "outline: nothing is at %s",
					    pages->outline[i].anchor);
	return NULL;
}
