/*
 * list.c - what there is to choose from, one entry a line.
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "chart/kind.h"
#include "data/catalogue.h"
#include "indicator/method.h"
#include "run/command.h"
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
	for (int i = 0; i < MEASURE_COUNT_OF; i++)
		entry(line, measure_kind((enum measure)i)->name,
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

static int compare_names(const void *a, const void *b)
{
	const char *const *left = a, *const *right = b;

	return strcmp(*left, *right);
}

/* Files of a folder with a suffix, in the order of their names. */
static const char **folder_files(struct command_line *line, const char *folder, const char *suffix,
				 size_t *count)
{
	size_t capacity = 0, end = strlen(suffix);
	const char **names = NULL;
	const struct dirent *item;
	DIR *directory = opendir(folder);

	*count = 0;
	while (directory != NULL && (item = readdir(directory)) != NULL) {
		size_t length = strlen(item->d_name);

		if (length <= end || strcmp(item->d_name + length - end, suffix) != 0)
			continue;
		names = arena_grow(line->arena, names, *count, &capacity, sizeof(*names));
		names[(*count)++] = arena_strdup(line->arena, item->d_name);
	}
	if (directory != NULL)
		closedir(directory);
	if (*count > 1)
		qsort(names, *count, sizeof(*names), compare_names);
	return names;
}

static void list_indicators(struct command_line *line)
{
	const char *folder = path_join(line->arena, share_find(line->arena), "inputs/catalogue");
	size_t count;
	const char **files = folder_files(line, folder, ".csv", &count);

	for (size_t i = 0; i < count; i++) {
		struct indicators indicators = { 0 };
		const char *set = path_stem(line->arena, files[i]);

		if (!catalogue_read(line->arena, path_join(line->arena, folder, files[i]), set,
				    (struct location){ 0 }, &indicators, line->diags))
			continue;
		buffer_printf(&line->out, "%s%s\n", i == 0 ? "" : "\n", set);
		for (size_t j = 0; j < indicators.count; j++) {
			const struct indicator *indicator = &indicators.items[j];

			buffer_printf(&line->out, "  %-8s %-11s %-14s %s\n", indicator->id,
				      indicator->method, indicator->confidence, indicator->name);
		}
	}
}

static void list_layouts(struct command_line *line)
{
	const char *folder = path_join(line->arena, share_find(line->arena), "layouts");
	size_t count;
	const char **files = folder_files(line, folder, ".xml", &count);

	for (size_t i = 0; i < count; i++) {
		/* Themes lie in the same folder: what is no layout is passed over. */
		struct diag_list *unheard = diag_list_new(line->arena);
		const struct layout *layout =
			layout_read(line->arena, path_join(line->arena, folder, files[i]),
				    (struct location){ 0 }, unheard);

		if (layout != NULL)
			entry(line, layout->name, layout->title);
	}
}

static const struct {
	const char *name;
	void (*list)(struct command_line *line);
} lists[] = {
	{ "charts", list_charts },     { "measures", list_measures },
	{ "methods", list_methods },   { "indicators", list_indicators },
	{ "elements", list_elements }, { "layouts", list_layouts },
	{ "messages", list_messages },
};

enum { LIST_COUNT = sizeof(lists) / sizeof(lists[0]) };

void command_list(struct command_line *line)
{
	const char *names[LIST_COUNT], *wanted = line->operand_count == 2 ? line->operands[1] : "";

	for (size_t i = 0; i < LIST_COUNT; i++) {
		names[i] = lists[i].name;
		if (strcmp(lists[i].name, wanted) == 0) {
			lists[i].list(line);
			return;
		}
	}
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "list %s", wanted),
		 suggest_hint(line->arena, wanted, names, LIST_COUNT));
}
