#include "support/laid_out.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "layout/layout_pages.h"

struct laid_out lay_out(const struct statement_parts *parts, const char *layout)
{
	struct laid_out laid = { .statement = statement_of(parts) };
	struct arena *arena = arena_new();
	struct figure_list figures;

	laid.look = look_load(arena, layout);
	laid.pages = pages_make(arena, laid.look.engine, laid.look.layout, laid.look.theme,
				laid.statement->run.document, &figures, laid.look.diags);
	cr_assert_eq(diag_errors(laid.look.diags), 0);
	laid.words = arena_array(arena, laid.pages->count, sizeof(*laid.words));
	laid.marks = arena_array(arena, laid.pages->count, sizeof(*laid.marks));
	for (size_t i = 0; i < laid.pages->count; i++) {
		laid.words[i] = labels_of(&laid.look, laid.pages->items[i]);
		laid.marks[i] = marks_of(&laid.look, laid.pages->items[i]);
	}
	return laid;
}

const char *after_paragraphs(struct arena *arena, size_t count, const char *elements)
{
	const char *body = elements;

	for (size_t i = 0; i < count; i++)
		body = arena_printf(arena, "<p>line</p>%s", body);
	return body;
}

void laid_out_free(struct laid_out *laid)
{
	look_free(&laid->look);
	statement_free(laid->statement);
}

/* Blanks that do not break count as blanks; those at the end of a line do not count. */
static bool same_words(const char *label, const char *text)
{
	for (; *text != '\0'; label++, text++) {
		if (strncmp(label, "\xc2\xa0", 2) == 0)
			label++;
		if ((*label == '\xa0' ? ' ' : *label) != *text)
			return false;
	}
	return label[strspn(label, " ")] == '\0';
}

static const struct label *find(const struct labels *labels, const char *text)
{
	for (size_t i = 0; i < labels->count; i++)
		if (same_words(labels->items[i].text, text))
			return &labels->items[i];
	return NULL;
}

size_t page_with(const struct laid_out *laid, const char *text)
{
	for (size_t i = 0; i < laid->pages->count; i++)
		if (find(&laid->words[i], text) != NULL)
			return i + 1;
	return 0;
}

const struct label *word_with(const struct laid_out *laid, const char *text)
{
	size_t page = page_with(laid, text);

	cr_assert_neq(page, 0, "%s is on no page", text);
	return find(&laid->words[page - 1], text);
}

double right_of(const struct label *label)
{
	return label->box.x + label->box.width;
}
