#include "base/arena.h"
#include "base/outfile.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/web.h"

/* Pages lead to each other by name: a folder of internal pages has the mark, not the pages in it. */
static bool make(const struct run *run, struct outfile_set *outputs)
{
	const char *folder = internal_name(run, "web");
	struct html_job job;
	struct html_file *files;
	size_t count;

	if (!web_job(run, NULL, &job))
		return false;
	files = html_write_pages(&job, &count);
	for (size_t i = 0; i < count; i++)
		outfile_set_add(outputs, arena_printf(run->arena, "%s/%s", folder, files[i].name),
				&files[i].bytes);
	return true;
}

const struct edition edition_html_pages = { .make = make };
