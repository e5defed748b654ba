#include "run/looks.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "device/device.h"
#include "model/theme_check.h"
#include "run/edition.h"
#include "run/share.h"
#include "scene/image.h"
#include "spec/read.h"

static const char default_layout[] = "annual-report-a4", extract_layout[] = "board-paper-a4",
		  card_layout[] = "social-card";

extern const struct edition edition_cards;

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

static void check_logo(struct run *run, const struct logo *logo)
{
	static const double least_mm = 8, most_mm = 20, widest = 4, inch = 72, dots_least = 150;
	double height_mm = logo->height_pt * 25.4 / inch;
	double dots = logo->image->height * inch / logo->height_pt;
	const char *file = path_base(logo->file);

	if (!device_can_draw(logo->image))
		diag_add(run->diags, DIAG_LOGO_UNUSABLE, logo->at, file, "the file is damaged");
	else if (height_mm < least_mm || height_mm > most_mm)
		diag_add(run->diags, DIAG_LOGO_UNUSABLE, logo->at,
			 arena_printf(run->arena, "%s: %.1f mm high", file, height_mm),
			 "height: 8mm to 20mm");
	else if (logo->alternative[0] == '\0')
		diag_add(run->diags, DIAG_LOGO_UNUSABLE, logo->at,
			 arena_printf(run->arena, "%s: its <alt> is empty", file),
			 "write the name of the body, for those who do not see it");
	else if (logo->image->width > widest * logo->image->height)
		diag_addf(run->diags, DIAG_LOGO_UNUSABLE, logo->at,
			  "%s: more than %g times as wide as high", file, widest);
	else if (dots < dots_least)
		diag_addf(run->diags, DIAG_LOGO_COARSE, logo->at,
			  "%s: %u pixels for %.1f mm, %.0f dots an inch", file, logo->image->height,
			  height_mm, dots);
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

/* The logo of the report, else of the theme: NULL, or whole and of a size that a page has room for. */
static void read_logo_file(struct run *run, struct theme *theme)
{
	const char *folder = run->report->folder, *path;
	struct logo *logo = &theme->logo;

	if (run->report->meta.logo.file != NULL)
		*logo = run->report->meta.logo;
	else
		folder = path_folder(run->arena, theme->file);
	if (logo->file == NULL)
		return;
	path = path_join(run->arena, folder, logo->file);
	if (!path_is_inside(folder, path))
		diag_add(run->diags, DIAG_PATH_OUTSIDE, logo->at, logo->file,
			 "a logo lies in the folder of the report, or beside the theme");
	else
		logo->image = image_read(run->arena, path, logo->at, run->diags);
	if (logo->image != NULL)
		check_logo(run, logo);
}

static void read_theme(struct run *run, struct location at)
{
	const char *path = theme_file(run);
	struct theme *theme =
		path == NULL
			? NULL
			: theme_read(run->arena, path, path_join(run->arena, run->share, "fonts"),
				     run->report->theme.text != NULL ? run->report->theme.at : at,
				     run->diags);

	if (theme == NULL)
		return;
	theme_check(theme, run->diags);
	read_logo_file(run, theme);
	run->theme = theme;
}

/* Layouts of extracts, and that of cards. */
static void read_layouts_beside(struct run *run)
{
	const struct report *report = run->report;

	run->extract_layouts =
		arena_array(run->arena, report->extract_count, sizeof(struct layout *));
	for (size_t i = 0; i < report->extract_count; i++) {
		const struct extract_spec *extract = &report->extracts[i];
		struct word word = extract->layout.text != NULL
					   ? extract->layout
					   : (struct word){ extract_layout, extract->at };
		const char *path = find_file(run, &layouts, &word);

		run->extract_layouts[i] =
			path == NULL ? NULL : layout_read(run->arena, path, word.at, run->diags);
	}
	if (report->card_count > 0 || formats_has(&run->formats, &edition_cards))
		run->card_layout = layout_read(
			run->arena,
			share_file(run->arena, run->share, "layouts", card_layout, ".xml"),
			report->card_count > 0 ? report->cards[0].at : (struct location){ 0 },
			run->diags);
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
		run->strings = strings_read(run->arena, path,
					    path_join(run->arena, run->share, strings.folder),
					    words.at, run->diags);
	if (run->layout != NULL)
		read_theme(run, at);
	read_layouts_beside(run);
	return diag_errors(run->diags) == 0;
}
