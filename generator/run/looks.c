#include "run/looks.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "run/share.h"
#include "spec/read.h"

static const char default_layout[] = "annual-report-a4";

/* A kind of file: where those of the program lie, and which of that folder are of the kind. */
struct look {
	const char *folder;
	bool (*accepts)(struct run *run, const char *path);
};

static bool is_layout(struct run *run, const char *path)
{
	return layout_read(run->arena, path, (struct location){ 0 }, diag_list_new(run->arena)) !=
	       NULL;
}

/* Layouts and themes lie in one folder. */
static bool is_theme(struct run *run, const char *path)
{
	return !is_layout(run, path);
}

static const struct look layouts = { "layouts", is_layout }, themes = { "layouts", is_theme },
			 strings = { "inputs/strings", NULL };

static const char *unknown_file(struct run *run, const struct look *look, const struct word *word)
{
	const char *folder = path_join(run->arena, run->share, look->folder);
	const char **names, *hint;
	size_t count, kept = 0;

	names = path_names(run->arena, folder, ".xml", &count);
	for (size_t i = 0; i < count; i++)
		if (look->accepts == NULL ||
		    look->accepts(run, share_file(run->arena, run->share, look->folder, names[i],
						  ".xml")))
			names[kept++] = names[i];
	hint = suggest_hint(run->arena, word->text, names, kept);
	diag_add(run->diags, DIAG_SPEC_UNREADABLE, word->at, word->text,
		 hint == NULL ? NULL
			      : arena_printf(run->arena, "%s, or a file beside the report", hint));
	return NULL;
}

/* The path of a file; NULL after a diagnostic. */
static const char *find_file(struct run *run, const struct look *look, const struct word *word)
{
	const char *beside = path_join(run->arena, run->report->folder, word->text), *ours;

	if (!path_is_inside(run->report->folder, beside)) {
		diag_add(
			run->diags, DIAG_PATH_OUTSIDE, word->at, word->text,
			"name one that comes with the program, or a file in the folder of the report");
		return NULL;
	}
	if (path_exists(beside))
		return beside;
	ours = share_file(run->arena, run->share, look->folder, word->text, ".xml");
	if (strchr(word->text, '/') == NULL && path_exists(ours))
		return ours;
	return unknown_file(run, look, word);
}

static const char *theme_file(struct run *run)
{
	if (run->report->theme.text != NULL)
		return find_file(run, &themes, &run->report->theme);
	/* The theme that a layout names lies beside it. */
	return path_join(run->arena, path_folder(run->arena, run->layout->file),
			 run->layout->theme);
}

static void read_theme(struct run *run, struct location at)
{
	const char *path = theme_file(run);

	if (path != NULL)
		run->theme = theme_read(
			run->arena, path, path_join(run->arena, run->share, "fonts"),
			run->report->theme.text != NULL ? run->report->theme.at : at, run->diags);
}

bool looks_read(struct run *run)
{
	const struct report *report = run->report;
	const struct location at = { .file = report->file };
	struct word layout = report->layout, words = report->strings;
	const char *path;

	if (layout.text == NULL)
		layout = (struct word){ default_layout, at };
	if (words.text == NULL)
		words = (struct word){ report->language, report->language_at };
	path = find_file(run, &layouts, &layout);
	if (path != NULL)
		run->layout = layout_read(run->arena, path, layout.at, run->diags);
	path = find_file(run, &strings, &words);
	if (path != NULL)
		run->strings = strings_read(run->arena, path, words.at, run->diags);
	if (run->layout != NULL)
		read_theme(run, at);
	return diag_errors(run->diags) == 0;
}
