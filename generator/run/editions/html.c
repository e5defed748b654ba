#include "base/arena.h"
#include "base/buffer.h"
#include "base/outfile.h"
#include "base/path.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/web.h"

static bool make_one(const struct run *run, const struct extract_pages *extract, const char *name,
		     struct outfile_set *outputs)
{
	struct html_job job;
	struct buffer bytes;

	if (!web_job(run, extract, &job))
		return false;
	buffer_init(&bytes);
	html_write_document(&job, &bytes);
	outfile_set_add(outputs, internal_name(run, arena_printf(run->arena, "%s.html", name)),
			&bytes);
	return true;
}

static bool make(const struct run *run, struct outfile_set *outputs)
{
	if (!make_one(run, NULL, path_stem(run->arena, run->options->spec), outputs))
		return false;
	for (size_t i = 0; i < run->document->extract_count; i++)
		if (!make_one(run, &run->extracts[i], run->extracts[i].document->id, outputs))
			return false;
	return true;
}

const struct edition edition_html = { .make = make };
