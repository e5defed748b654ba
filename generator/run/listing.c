#include "run/listing.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/outfile.h"
#include "base/path.h"
#include "document/document.h"
#include "run/internal.h"
#include "run/run.h"

/* Every folder that an edition makes below that of the outputs. */
static const char *const folders[] = { "charts", "cards", "web", "csv" };

/* How the files of pages and workbooks end, which are named after the report or an extract. */
static const char *const endings[] = { ".pdf", ".html", ".ods", ".xlsx", ".scene" };

static bool is_below(const char *name, const char *below)
{
	size_t length = strlen(below);

	return strncmp(name, below, length) == 0 && name[length] == '/';
}

static void add_folder(const char *folder, const char *below, const struct outfile_set *outputs,
		       struct buffer *out)
{
	size_t files = 0, others = outfile_set_others(outputs, below);

	for (size_t i = 0; i < outfile_set_count(outputs); i++)
		files += is_below(outfile_set_name(outputs, i), below);
	if (files > 0)
		buffer_printf(out, "%s/%s: %zu %s\n", folder, below, files,
			      files == 1 ? "file" : "files");
	if (others > 0)
		buffer_printf(out, "%s/%s: %zu more, not of this report: %s\n", folder, below,
			      others,
			      others == 1 ? "remove it before you publish the folder"
					  : "remove them before you publish the folder");
}

static bool is_made(const struct outfile_set *outputs, const char *name)
{
	for (size_t i = 0; i < outfile_set_count(outputs); i++)
		if (strcmp(outfile_set_name(outputs, i), name) == 0)
			return true;
	return false;
}

/* A file of an edition that was made earlier and is not made now may show other figures. */
static void add_left(const struct run *run, const char *folder, const char *name,
		     const struct outfile_set *outputs, struct buffer *out)
{
	const char *file = internal_name(run, name);
	const char *path = path_join(run->arena, folder, file);

	if (!is_made(outputs, file) && path_exists(path))
		buffer_printf(out,
			      "%s/%s: left from an earlier run: remove it before you publish the "
			      "folder\n",
			      folder, file);
}

static void add_all_left(const struct run *run, const char *folder, const char *stem,
			 const struct outfile_set *outputs, struct buffer *out)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		add_left(run, folder, arena_printf(run->arena, "%s%s", stem, endings[i]), outputs,
			 out);
}

void listing_write(const struct run *run, const char *folder, const struct outfile_set *outputs,
		   struct buffer *out)
{
	enum { FOLDERS = sizeof(folders) / sizeof(folders[0]) };

	for (size_t i = 0; i < outfile_set_count(outputs); i++) {
		const char *name = outfile_set_name(outputs, i);

		if (strchr(name, '/') == NULL)
			buffer_printf(out, "%s/%s\n", folder, name);
	}
	for (size_t i = 0; i < FOLDERS; i++)
		add_folder(folder, folders[i], outputs, out);
	add_all_left(run, folder, path_stem(run->arena, run->options->spec), outputs, out);
	for (size_t i = 0; i < run->document->extract_count; i++)
		add_all_left(run, folder, run->document->extracts[i]->id, outputs, out);
	add_left(run, folder, "coverage.csv", outputs, out);
}
