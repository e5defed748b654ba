#include "support/pages_reading.h"

#include "base/arena.h"

/* Lines of an element on a page: different heights of its words. */
static size_t lines_on(const struct paper *paper, const struct labels *words, int element)
{
	double last = -1;
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++) {
		const struct label *label = &words->items[i];

		if (paper_is(paper, label, STRUCTURE_REFERENCE) ||
		    paper_element(paper, label->element, STRUCTURE_PARAGRAPH,
				  STRUCTURE_LIST_BODY) != element)
			continue;
		count += label->at.y > last + 1;
		last = label->at.y;
	}
	return count;
}

const char *paper_lonely_lines(const struct paper *paper)
{
	for (size_t page = 1; page < paper->pages->count; page++) {
		struct labels words = paper_body(paper, page), next = paper_body(paper, page + 1);

		for (size_t i = 0; i < words.count; i++) {
			int element = paper_element(paper, words.items[i].element,
						    STRUCTURE_PARAGRAPH, STRUCTURE_LIST_BODY);
			size_t here, there;

			if (element < 0)
				continue;
			here = lines_on(paper, &words, element);
			there = lines_on(paper, &next, element);
			if (there > 0 && (here < 2 || there < 2))
				return paper_fault(paper, page, &words.items[i],
						   here < 2 ? "leaves its first line behind"
							    : "sends its last line ahead");
		}
	}
	return NULL;
}

const char *paper_lonely_headings(const struct paper *paper)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_body(paper, page);
		const struct label *last;

		if (words.count == 0)
			continue;
		last = &words.items[words.count - 1];
		if (paper_is(paper, last, STRUCTURE_HEADING) ||
		    paper_is(paper, last, STRUCTURE_CAPTION))
			return paper_fault(paper, page, last, "has nothing below it");
	}
	return NULL;
}

const char *paper_split_rows(const struct paper *paper)
{
	size_t count = paper->pages->structure.count;
	size_t *pages = arena_array(paper->arena, count, sizeof(*pages));

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_body(paper, page);

		for (size_t i = 0; i < words.count; i++) {
			int row = paper_element(paper, words.items[i].element, STRUCTURE_TABLE_ROW,
						STRUCTURE_TABLE_ROW);

			if (row < 0)
				continue;
			if (pages[row] != 0 && pages[row] != page)
				return paper_fault(paper, page, &words.items[i],
						   "is part of a row that "
						   "begins before");
			pages[row] = page;
		}
	}
	return NULL;
}

/* A heading of the table, the first time or again, above a cell. */
static bool has_head_above(const struct paper *paper, const struct labels *words,
			   const struct label *cell, int table)
{
	for (size_t i = 0; i < words->count; i++) {
		const struct label *label = &words->items[i];
		int head = paper_element(paper, label->element, STRUCTURE_TABLE_HEAD,
					 STRUCTURE_TABLE_HEAD);
		bool own = head >= 0 &&
			   paper_element(paper, head, STRUCTURE_TABLE, STRUCTURE_TABLE) == table;

		if ((own || label->element == ARTIFACT_REPEATED) && label->at.y < cell->at.y)
			return true;
	}
	return false;
}

const char *paper_missing_heads(const struct paper *paper)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_body(paper, page);

		for (size_t i = 0; i < words.count; i++) {
			int table = paper_element(paper, words.items[i].element, STRUCTURE_TABLE,
						  STRUCTURE_TABLE);

			if (table < 0 || !paper_is(paper, &words.items[i], STRUCTURE_TABLE_BODY))
				continue;
			if (!has_head_above(paper, &words, &words.items[i], table))
				return paper_fault(paper, page, &words.items[i],
						   "stands below no heading");
		}
	}
	return NULL;
}
