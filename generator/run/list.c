/*
 * list.c - what there is to choose from, one entry a line.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "chart/kind.h"
#include "indicator/method.h"
#include "run/list_parts.h"
#include "run/share.h"
#include "spec/read.h"
#include "spec/vocabulary.h"

static void entry(struct command_line *line, const char *name, const char *summary)
{
	buffer_printf(&line->out, "%-16s %s\n", name, summary);
}

static void list_charts(struct command_line *line)
{
	for (const struct chart_kind_entry *at = chart_kinds(); at->kind != NULL; at++)
		entry(line, at->name, at->summary);
}

static void list_measures(struct command_line *line)
{
	size_t widest = 0;

	for (int i = 0; i < MEASURE_COUNT_OF; i++) {
		size_t width = strlen(measure_kind((enum measure)i)->name);

		widest = width > widest ? width : widest;
	}
	for (int i = 0; i < MEASURE_COUNT_OF; i++)
		buffer_printf(&line->out, "%-*s %s\n", (int)widest,
			      measure_kind((enum measure)i)->name,
			      measure_kind((enum measure)i)->summary);
}

static void list_methods(struct command_line *line)
{
	for (const struct method_entry *at = methods(); at->method != NULL; at++)
		entry(line, at->name, at->summary);
}

static void list_elements(struct command_line *line)
{
	for (size_t v = 0; vocabularies()[v] != NULL; v++) {
		const struct vocabulary *vocabulary = vocabularies()[v];

		buffer_printf(&line->out, "%s%s (%s)\n", v == 0 ? "" : "\n", vocabulary->title,
			      vocabulary->namespace);
		for (size_t i = 0; i < vocabulary->count; i++)
			entry(line, vocabulary->elements[i].name, vocabulary->elements[i].help);
	}
}

static void list_messages(struct command_line *line)
{
	static const char *const levels[] = {
		[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"
	};

	for (int code = 0; code < DIAG_CODE_COUNT; code++) {
		const struct diag_kind *kind = diag_kind((enum diag_code)code);

		buffer_printf(&line->out, "%s %-8s %s\n", kind->id, levels[kind->level],
			      kind->message);
	}
}

static void list_layouts(struct command_line *line)
{
	const char *folder = path_join(line->arena, share_find(line->arena), "layouts");
	size_t count;
	const char **names = path_names(line->arena, folder, ".xml", &count);

	for (size_t i = 0; i < count; i++) {
		/* Themes lie in the same folder: what is no layout is passed over. */
		struct diag_list *unheard = diag_list_new(line->arena);
		const struct layout *layout = layout_read(
			line->arena, arena_printf(line->arena, "%s/%s.xml", folder, names[i]),
			(struct location){ 0 }, unheard);

		if (layout != NULL)
			entry(line, layout->name, layout->title);
	}
}

static void list_themes(struct command_line *line)
{
	const char *share = share_find(line->arena);
	const char *folder = path_join(line->arena, share, "layouts");
	size_t count;
	const char **names = path_names(line->arena, folder, ".xml", &count);

	for (size_t i = 0; i < count; i++) {
		struct diag_list *unheard = diag_list_new(line->arena);
		const struct theme *theme = theme_read(
			line->arena, arena_printf(line->arena, "%s/%s.xml", folder, names[i]),
			path_join(line->arena, share, "fonts"), (struct location){ 0 }, unheard);

		if (theme != NULL)
			entry(line, theme->name, theme->title);
	}
}

static const struct {
	const char *name;
	void (*list)(struct command_line *line);
} lists[] = {
	{ "charts", list_charts },     { "measures", list_measures },
	{ "methods", list_methods },   { "indicators", list_indicators },
	{ "sets", list_sets },         { "elements", list_elements },
	{ "layouts", list_layouts },   { "themes", list_themes },
	{ "messages", list_messages },
};

enum { LIST_COUNT = sizeof(lists) / sizeof(lists[0]) };

void command_list(struct command_line *line)
{
	const char *names[LIST_COUNT], *wanted = line->operand_count < 2 ? "" : line->operands[1];

	if (line->operand_count > 2 && !command_operands(line, 1, "name of a list"))
		return;
	for (size_t i = 0; i < LIST_COUNT; i++) {
		names[i] = lists[i].name;
		if (strcmp(lists[i].name, wanted) == 0) {
			lists[i].list(line);
			return;
		}
	}
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 wanted[0] == '\0' ? "list takes the name of a list"
				   : arena_printf(line->arena, "no such list: %s", wanted),
		 suggest_hint(line->arena, wanted, names, LIST_COUNT));
}
