/* Names in running lines: one line is all they get. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/laid_out.h"

static const char long_name[] = "A name of a section that goes on and on, over all the groups that "
				"were compared and the years in which they were, until it is far "
				"longer than the line at the head of a page could ever be";

static struct laid_out page_with_name(const char *layout)
{
	struct arena *arena = arena_new();
	struct laid_out laid = lay_out(
		&(struct statement_parts){
			.rows = "numerator,denominator\n10,100\n",
			.body = arena_printf(arena, "<section><title>%s</title><p>x</p></section>",
					     long_name) },
		layout);

	arena_free(arena);
	return laid;
}

Test(layout_running_names, cut_a_long_name_to_one_line)
{
	for (size_t i = 0; i < LOOKS; i++) {
		struct laid_out laid = page_with_name(look_names[i]);
		const struct labels *page = &laid.words[0];
		double top = laid.look.layout->top_pt, line = 0;
		bool cut = false;

		for (size_t j = 0; j < page->count; j++) {
			const struct label *label = &page->items[j];

			if (label->box.y + label->box.height > top - 2)
				continue;
			if (line == 0)
				line = label->at.y;
			cr_expect_float_eq(label->at.y, line, 0.01, "%s: %s", look_names[i],
					   label->text);
			cut = cut || strstr(label->text, "\xe2\x80\xa6") != NULL;
		}
		cr_expect(cut, "%s", look_names[i]);
		laid_out_free(&laid);
	}
}
