/*
 * charts.c - every chart as files for documents, slides and design programs, with its words, its figures and a page
 * that shows them all.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/outfile.h"
#include "base/path.h"
#include "document/data_table.h"
#include "html/gallery.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/run.h"
#include "run/web.h"

extern const struct edition edition_svg, edition_svg_text, edition_png;

static const char figures_suffix[] = ".csv", words_suffix[] = ".txt";

/* The files of a chart in the order in which the page names them. */
struct kind {
	const struct device *device;   /* NULL: not drawn */
	const struct edition *edition; /* makes the same files if it is asked for; NULL if none */
	const char *suffix;            /* of files that are not drawn */
	enum string_id words;
};

static const struct kind kinds[] = {
	{ &device_svg, &edition_svg, NULL, STRING_GALLERY_SVG },
	{ &device_svg_text, &edition_svg_text, NULL, STRING_GALLERY_SVG_TEXT },
	{ &device_png, &edition_png, NULL, STRING_GALLERY_PNG },
	{ &device_pdf_picture, NULL, NULL, STRING_GALLERY_PDF },
	{ NULL, NULL, figures_suffix, STRING_GALLERY_CSV },
	{ NULL, NULL, words_suffix, STRING_GALLERY_WORDS },
};

enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };

static const struct data_table *table_of(const struct run *run, const struct node *node)
{
	return run->data_tables == NULL ? NULL : data_table_of(run->data_tables, node);
}

static bool has(const struct run *run, const struct kind *kind, const struct node *node)
{
	return kind->suffix != figures_suffix || table_of(run, node) != NULL;
}

static const char *suffix_of(const struct kind *kind)
{
	return kind->device == NULL ? kind->suffix : kind->device->suffix;
}

static bool draw_all(const struct run *run, struct outfile_set *outputs)
{
	for (size_t i = 0; i < KIND_COUNT; i++) {
		const struct kind *kind = &kinds[i];

		if (kind->device == NULL ||
		    (kind->edition != NULL && formats_has(&run->formats, kind->edition)))
			continue;
		if (!edition_of_pictures(run, kind->device, outputs))
			return false;
	}
	return true;
}

static const char *description_of(const struct run *run, const struct node *node)
{
	return node->long_description.count > 0 ? text_plain(run->arena, &node->long_description)
						: node->described;
}

static void add_paragraph(struct buffer *out, const char *heading, const char *words)
{
	if (words[0] == '\0')
		return;
	if (out->length > 0)
		buffer_add_char(out, '\n');
	if (heading != NULL)
		buffer_printf(out, "%s:\n", heading);
	buffer_printf(out, "%s\n", words);
}

/* What belongs to the picture wherever it is put. */
static void write_words(const struct run *run, const struct node *node, struct buffer *out)
{
	const struct strings *strings = run->strings;

	if (run->options->unsafe_internal)
		add_paragraph(out, NULL, internal_words);
	add_paragraph(out, NULL, text_plain(run->arena, &node->title));
	add_paragraph(out, NULL, text_plain(run->arena, &node->subtitle));
	add_paragraph(out, strings_text(strings, STRING_GALLERY_ALTERNATIVE), node->alternative);
	add_paragraph(out, strings_text(strings, STRING_GALLERY_DESCRIPTION),
		      description_of(run, node));
	add_paragraph(out, NULL, text_plain(run->arena, &node->notes));
}

static void add_texts(const struct run *run, const struct node *node, struct outfile_set *outputs)
{
	const struct data_table *table = table_of(run, node);
	struct buffer bytes;

	buffer_init(&bytes);
	write_words(run, node, &bytes);
	outfile_set_add(outputs, edition_picture_file(run, node->file, words_suffix), &bytes);
	if (table == NULL)
		return;
	data_table_csv(table, &bytes);
	outfile_set_add(outputs, edition_picture_file(run, node->file, figures_suffix), &bytes);
}

static struct html_gallery_chart chart_of(const struct run *run, const struct html_figure *figure)
{
	struct html_download *downloads = arena_array(run->arena, KIND_COUNT, sizeof(*downloads));
	size_t count = 0;

	for (size_t i = 0; i < KIND_COUNT; i++)
		if (has(run, &kinds[i], figure->node))
			downloads[count++] = (struct html_download){
				path_base(edition_picture_file(run, figure->node->file,
							       suffix_of(&kinds[i]))),
				strings_text(run->strings, kinds[i].words)
			};
	return (struct html_gallery_chart){ figure, description_of(run, figure->node), downloads,
					    count, "" };
}

static bool add_page(const struct run *run, struct outfile_set *outputs)
{
	struct html_gallery gallery = { .title = STRING_GALLERY_TITLE,
					.lead = STRING_GALLERY_LEAD,
					.which = STRING_GALLERY_WHICH };
	struct html_gallery_chart *charts;
	struct html_job job;
	struct buffer bytes;

	if (!web_gallery_job(run, &job))
		return false;
	charts = arena_array(run->arena, job.figure_count, sizeof(*charts));
	for (size_t i = 0; i < job.figure_count; i++)
		charts[i] = chart_of(run, &job.figures[i]);
	gallery.charts = charts;
	gallery.count = job.figure_count;
	buffer_init(&bytes);
	html_write_gallery(&job, &gallery, &bytes);
	outfile_set_add(outputs, internal_name(run, "charts/index.html"), &bytes);
	return true;
}

static bool make(const struct run *run, struct outfile_set *outputs)
{
	if (!draw_all(run, outputs))
		return false;
	for (size_t i = 0; i < run->figures.count; i++)
		add_texts(run, run->figures.items[i].node, outputs);
	return add_page(run, outputs);
}

const struct edition edition_charts = { .pictures = true, .data_tables = true, .make = make };
