#include "support/web_paper.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "spec/read.h"

static const struct strings *words(struct paper *paper)
{
	const struct strings *strings =
		strings_read(paper->arena, "inputs/strings/en-GB.xml", "inputs/strings",
			     (struct location){ 0 }, paper->diags);

	cr_assert_not_null(strings);
	return strings;
}

struct html_job web_job_of(struct paper *paper)
{
	struct html_figure *figures;

	paper_lay_out(paper);
	figures = arena_array(paper->arena, paper->figures.count, sizeof(*figures));
	for (size_t i = 0; i < paper->figures.count; i++)
		figures[i] = (struct html_figure){
			.node = paper->figures.items[i].node,
			.picture = { .scene = paper->figures.items[i].scene,
				     .id = arena_printf(paper->arena, "picture-%zu", i + 1),
				     .title = paper->figures.items[i].node->alternative },
		};
	return (struct html_job){
		.arena = paper->arena,
		.document = &paper->document,
		.layout = paper->look.layout,
		.theme = paper->look.theme,
		.strings = words(paper),
		.figures = figures,
		.figure_count = paper->figures.count,
		.style = "p{margin:0}\n",
		.script = "void 0;\n",
		.diags = paper->diags,
	};
}

const char *web_page_of(struct paper *paper)
{
	const struct html_job job = web_job_of(paper);
	struct buffer page;

	buffer_init(&page);
	html_write_document(&job, &page);
	return buffer_finish(&page, paper->arena);
}

const char *web_piece(struct paper *paper, const char *page, const char *begin, const char *end)
{
	const char *from = strstr(page, begin);
	const char *to = from == NULL ? NULL : strstr(from, end);

	return to == NULL ? ""
			  : arena_strndup(paper->arena, from, (size_t)(to - from) + strlen(end));
}

size_t web_count(const char *text, const char *what)
{
	size_t count = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		count++;
	return count;
}
