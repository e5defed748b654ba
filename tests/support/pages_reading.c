#include "support/pages_reading.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static const double edge = 0.75;

/* A look that takes memory from the document: pages of many documents are read with one look. */
static struct look look_of(const struct paper *paper)
{
	struct look look = paper->look;

	look.arena = paper->arena;
	return look;
}

struct labels paper_drawn(const struct paper *paper, size_t page)
{
	struct look look = look_of(paper);

	return labels_of(&look, paper->pages->items[page - 1]);
}

struct labels paper_words(const struct paper *paper, size_t page)
{
	struct labels drawn = paper_drawn(paper, page), words = drawn;

	words.items = arena_array(paper->arena, drawn.count, sizeof(*words.items));
	words.count = 0;
	for (int running = 0; running < 2; running++)
		for (size_t i = 0; i < drawn.count; i++)
			if ((paper_running(paper, &drawn.items[i]) != 0) == (running == 1))
				words.items[words.count++] = drawn.items[i];
	return words;
}

struct labels paper_marks(const struct paper *paper, size_t page)
{
	struct look look = look_of(paper);

	return marks_of(&look, paper->pages->items[page - 1]);
}

/* The title of a report without cover, and its notice, are read where they run on the first page. */
static bool is_read_running(const struct paper *paper, const struct label *label)
{
	const struct document *document = &paper->document;
	const struct structure_element *element;

	if (label->element < 0 || document->has_cover)
		return false;
	element = &paper->pages->structure.elements[label->element];
	if (element->type == STRUCTURE_HEADING)
		return element->level == 1 && document->head == NULL;
	/* Title and notice are the first elements behind the document. */
	return element->type == STRUCTURE_PARAGRAPH && document->notice[0] != '\0' &&
	       label->element == 2 && paper->pages->structure.elements[1].level == 1 &&
	       (label->box.y < paper->look.layout->top_pt ||
		label->box.y > paper->look.layout->height_pt - paper->look.layout->bottom_pt);
}

int paper_running(const struct paper *paper, const struct label *label)
{
	if (label->element == ARTIFACT_HEADER || label->element == ARTIFACT_FOOTER)
		return label->element;
	if (!is_read_running(paper, label))
		return 0;
	return label->box.y < paper->look.layout->top_pt ? ARTIFACT_HEADER : ARTIFACT_FOOTER;
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
		if (paper_running(paper, &words.items[i]) == 0 &&
		    !paper_is(paper, &words.items[i], STRUCTURE_NOTE))
			words.items[kept++] = words.items[i];
	words.count = kept;
	if (kept > 0)
		qsort(words.items, kept, sizeof(*words.items), by_height);
	return words;
}

/* A blank at the end of a line keeps its words apart from those of the next; it is not part of them. */
static bool says(const struct label *label, const char *words)
{
	size_t length = strlen(words);

	return strncmp(label->text, words, length) == 0 &&
	       (label->text[length] == '\0' || strcmp(label->text + length, " ") == 0);
}

static const struct label *find_words(const struct labels *labels, const char *words)
{
	for (size_t i = 0; i < labels->count; i++)
		if (says(&labels->items[i], words))
			return &labels->items[i];
	return NULL;
}

size_t paper_page(const struct paper *paper, const char *words)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels labels = paper_words(paper, page);

		if (find_words(&labels, words) != NULL)
			return page;
	}
	cr_assert_fail("no page has \"%s\"", words);
	return 0;
}

const struct label *paper_label(const struct paper *paper, const char *words)
{
	struct labels labels = paper_words(paper, paper_page(paper, words));

	return find_words(&labels, words);
}

size_t paper_count(const struct paper *paper, const char *words)
{
	size_t count = 0;

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels labels = paper_words(paper, page);

		for (size_t i = 0; i < labels.count; i++)
			count += says(&labels.items[i], words);
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
	if (paper_running(paper, label) == ARTIFACT_HEADER)
		allowed.height = area.y;
	else if (paper_running(paper, label) == ARTIFACT_FOOTER)
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
