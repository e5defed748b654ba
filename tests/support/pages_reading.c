#include "support/pages_reading.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/arena.h"

static const double edge = 0.75;

/* A look that takes memory from the document: pages of many documents are read with one look. */
static struct look look_of(const struct paper *paper)
{
	struct look look = paper->look;

	look.arena = paper->arena;
	return look;
}

struct labels paper_words(const struct paper *paper, size_t page)
{
	struct look look = look_of(paper);

	return labels_of(&look, paper->pages->items[page - 1]);
}

struct labels paper_marks(const struct paper *paper, size_t page)
{
	struct look look = look_of(paper);

	return marks_of(&look, paper->pages->items[page - 1]);
}

bool paper_is_running(const struct label *label)
{
	return label->element == ARTIFACT_HEADER || label->element == ARTIFACT_FOOTER;
}

int paper_element(const struct paper *paper, int element, enum structure_type type,
		  enum structure_type or_type)
{
	const struct structure_element *elements = paper->pages->structure.elements;

	while (element >= 0 && elements[element].type != type && elements[element].type != or_type)
		element = elements[element].parent;
	return element < 0 ? -1 : element;
}

bool paper_is(const struct paper *paper, const struct label *label, enum structure_type type)
{
	return paper_element(paper, label->element, type, type) >= 0;
}

static int by_height(const void *a, const void *b)
{
	const struct label *first = a, *second = b;

	return (first->at.y > second->at.y) - (first->at.y < second->at.y);
}

struct labels paper_body(const struct paper *paper, size_t page)
{
	struct labels words = paper_words(paper, page);
	size_t kept = 0;

	for (size_t i = 0; i < words.count; i++)
		if (!paper_is_running(&words.items[i]) &&
		    !paper_is(paper, &words.items[i], STRUCTURE_NOTE))
			words.items[kept++] = words.items[i];
	words.count = kept;
	if (kept > 0)
		qsort(words.items, kept, sizeof(*words.items), by_height);
	return words;
}

size_t paper_page(const struct paper *paper, const char *words)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels labels = paper_words(paper, page);

		if (label_find(&labels, words) != NULL)
			return page;
	}
	cr_assert_fail("no page has \"%s\"", words);
	return 0;
}

const struct label *paper_label(const struct paper *paper, const char *words)
{
	struct labels labels = paper_words(paper, paper_page(paper, words));

	return label_find(&labels, words);
}

size_t paper_count(const struct paper *paper, const char *words)
{
	size_t count = 0;

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels labels = paper_words(paper, page);

		count += label_count(&labels, words);
	}
	return count;
}

struct box paper_area(const struct paper *paper, size_t page)
{
	const struct layout *layout = paper->look.layout;
	const struct scene *scene = paper->pages->items[page - 1];

	return (struct box){ layout->left_pt, layout->top_pt,
			     scene->width - layout->left_pt - layout->right_pt,
			     scene->height - layout->top_pt - layout->bottom_pt };
}

const char *paper_fault(const struct paper *paper, size_t page, const struct label *label,
			const char *what)
{
	return arena_printf(paper->arena, "page %zu: \"%s\" at %.1f, %.1f, %.1f x %.1f %s", page,
			    label->text, label->box.x, label->box.y, label->box.width,
			    label->box.height, what);
}

static bool is_cover(const struct paper *paper, size_t page)
{
	return page == 1 && paper->document.has_cover && paper->look.layout->cover != COVER_NONE;
}

/* -- places ----------------------------------------------------------------------------------- */

/* Running lines stand above or below the text, on the same column. */
static bool stands_rightly(const struct paper *paper, size_t page, const struct label *label)
{
	const struct scene *scene = paper->pages->items[page - 1];
	struct box area = paper_area(paper, page);
	struct box allowed = { area.x, 0, area.width, scene->height };

	if (is_cover(paper, page))
		return box_contains(allowed, label->box, edge);
	if (label->element == ARTIFACT_HEADER)
		allowed.height = area.y;
	else if (label->element == ARTIFACT_FOOTER)
		allowed = (struct box){ area.x, area.y + area.height, area.width,
					scene->height - area.y - area.height };
	else
		allowed = area;
	return box_contains(allowed, label->box, edge);
}

const char *paper_words_outside(const struct paper *paper)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);

		for (size_t i = 0; i < words.count; i++)
			if (!stands_rightly(paper, page, &words.items[i]))
				return paper_fault(paper, page, &words.items[i], "stands outside");
	}
	return NULL;
}

const char *paper_words_touching(const struct paper *paper)
{
	struct look look = look_of(paper);

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);
		const char *found = labels_overlap(&look, &words);

		if (found != NULL)
			return arena_printf(paper->arena, "page %zu: %s", page, found);
	}
	return NULL;
}

const char *paper_words_too_small(const struct paper *paper)
{
	static const double least = 9, marker_least = 5.5;

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);

		for (size_t i = 0; i < words.count; i++) {
			const struct label *label = &words.items[i];
			bool marker = paper_is(paper, label, STRUCTURE_REFERENCE);

			if (label->size_pt < (marker ? marker_least : least) - 1e-9)
				return paper_fault(paper, page, label, "is too small");
		}
	}
	return NULL;
}
