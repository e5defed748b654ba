#include "data/data_file.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"

char data_file_delimiter(const struct word *word)
{
	static const struct {
		const char *name;
		char delimiter;
	} delimiters[] = { { "semicolon", ';' }, { "tab", '\t' }, { "pipe", '|' } };

	for (size_t i = 0; word->text != NULL && i < 3; i++)
		if (strcmp(delimiters[i].name, word->text) == 0)
			return delimiters[i].delimiter;
	return ',';
}

/* Where a data file was looked for, and how to name another place. */
static void not_found(struct arena *arena, const struct source_spec *spec,
		      struct data_folders folders, struct diag_list *diags)
{
	const struct word *href = &spec->href;
	struct buffer hint;

	if (strstr(href->text, "://") != NULL) {
		diag_add(diags, DIAG_DATA_UNREADABLE, href->at, href->text,
			 "nothing is read from the network; save the file beside the report");
		return;
	}
	buffer_init(&hint);
	buffer_printf(&hint, "looked for beside %s", path_base(spec->at.file));
	for (size_t i = 0; i < folders.count; i++)
		buffer_printf(&hint, ", in %s", folders.items[i]);
	buffer_add_text(&hint, folders.count == 0
				       ? "; when it lies elsewhere, name its folder with --data DIR"
				       : "; --data DIR names a further folder");
	diag_add(diags, DIAG_DATA_UNREADABLE, href->at,
		 arena_printf(arena, "%s: %s", href->text, strerror(ENOENT)), buffer_text(&hint));
	buffer_clear(&hint);
}

const char *data_file_find(struct arena *arena, const struct report *report,
			   const struct source_spec *spec, struct data_folders folders,
			   struct diag_list *diags)
{
	/* The element stands in the file that names it; its value may come from a parameter. */
	const struct word *href = &spec->href;
	const char *beside = path_join(arena, path_folder(arena, spec->at.file), href->text);
	bool inside = path_is_inside(report->folder, beside);

	if (inside && path_exists(beside))
		return beside;
	for (size_t i = 0; i < folders.count; i++) {
		const char *path = path_join(arena, folders.items[i], href->text);

		if (path_is_inside(folders.items[i], path) && path_exists(path))
			return path;
		inside = inside || path_is_inside(folders.items[i], path);
	}
	if (inside)
		not_found(arena, spec, folders, diags);
	else
		diag_add(diags, DIAG_PATH_OUTSIDE, href->at, href->text,
			 "data lie in the folder of the report or below it, or in a folder named "
			 "with --data");
	return NULL;
}

struct csv_reader *data_file_open(struct arena *arena, const struct source_spec *spec,
				  const char *path, struct diag_list *diags)
{
	struct csv_options options = {
		.delimiter = data_file_delimiter(&spec->delimiter),
		.encoding = spec->encoding.text,
		.preamble = spec->skip_rows,
		.headerless = !spec->header,
	};
	struct source *source =
		source_read(arena, path, path, spec->href.at, DIAG_DATA_UNREADABLE, diags);

	return source == NULL ? NULL : csv_open(arena, source, &options, diags);
}
