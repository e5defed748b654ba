#include "html/gallery.h"

#include <math.h>

#include "base/arena.h"
#include "device/svg_text.h"
#include "html/parts.h"

static const char *word(const struct html_writer *writer, enum string_id id)
{
	return strings_text(writer->job->strings, id);
}

static const char *title_of(struct html_writer *writer, const struct node *node)
{
	return text_plain(writer->arena, &node->title);
}

/* What a chart is called where there is little room. */
static const char *name_of(struct html_writer *writer, const struct node *node)
{
	return node->label[0] != '\0' ? node->label : title_of(writer, node);
}

/* The outermost section that a chart stands in; NULL if none. */
static const struct node *section_of(const struct node *node)
{
	const struct node *section = NULL;

	for (; node != NULL; node = node->parent)
		if (node->kind == NODE_SECTION)
			section = node;
	return section;
}

static const struct node *section_at(const struct html_gallery *gallery, size_t index)
{
	return section_of(gallery->charts[index].figure->node);
}

/* Where the charts of the section that begins at first end. */
static size_t end_of_section(const struct html_gallery *gallery, size_t first)
{
	size_t end = first;

	while (end < gallery->count && section_at(gallery, end) == section_at(gallery, first))
		end++;
	return end;
}

static void write_section_name(struct html_writer *writer, const struct node *section)
{
	if (section->number[0] != '\0') {
		html_element(writer, "span", "number", section->number);
		html_words(writer, " ");
	}
	html_text(writer, &section->title);
}

static void write_header(struct html_writer *writer, const struct html_gallery *gallery)
{
	const struct document *document = writer->job->document;

	html_open(writer, "header", "gallery");
	html_element(writer, "p", "publisher", document->publisher);
	html_element(writer, "h1", NULL, word(writer, gallery->title));
	html_element(writer, "p", "subtitle", document->title);
	html_element(writer, "p", "period", document->period);
	html_close(writer);
	html_newline(writer);
}

static void write_entry(struct html_writer *writer, const struct node *node)
{
	html_open(writer, "li", NULL);
	html_open(writer, "a", NULL);
	markup_attribute_printf(writer->markup, "href", "#chart-%s", node->file);
	html_words(writer, node->label);
	html_words(writer, node->label[0] != '\0' ? " " : "");
	html_words(writer, title_of(writer, node));
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

/* Charts in the order of the report, under the names of its sections; a section can be opened by itself. */
static void write_contents(struct html_writer *writer, const struct html_gallery *gallery)
{
	html_open(writer, "nav", "gallery");
	markup_attribute(writer->markup, "aria-label", word(writer, STRING_GALLERY_CONTENTS));
	html_newline(writer);
	for (size_t at = 0, end; at < gallery->count; at = end) {
		const struct node *section = section_at(gallery, at);

		end = end_of_section(gallery, at);
		if (section != NULL) {
			html_open(writer, "details", NULL);
			html_open(writer, "summary", NULL);
			write_section_name(writer, section);
			html_close(writer);
		}
		html_open(writer, "ul", NULL);
		html_newline(writer);
		for (size_t i = at; i < end; i++)
			write_entry(writer, gallery->charts[i].figure->node);
		html_close(writer);
		if (section != NULL)
			html_close(writer);
		html_newline(writer);
	}
	html_close(writer);
	html_newline(writer);
}

/* A term and words that the script offers to copy. */
static void write_words(struct html_writer *writer, const struct node *node, enum string_id term,
			enum string_id copy, const char *words)
{
	const struct placeholder values[] = { { "figure", name_of(writer, node) }, { 0 } };

	if (words[0] == '\0')
		return;
	html_element(writer, "dt", NULL, word(writer, term));
	html_open(writer, "dd", NULL);
	html_open(writer, "p", NULL);
	markup_attribute(writer->markup, "data-copies",
			 strings_fill(writer->arena, writer->job->strings, copy, values));
	html_words(writer, words);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

static void write_downloads(struct html_writer *writer, const struct html_gallery_chart *chart)
{
	const char *name = name_of(writer, chart->figure->node);

	html_element(writer, "dt", NULL, word(writer, STRING_GALLERY_FILES));
	html_open(writer, "dd", NULL);
	html_open(writer, "ul", NULL);
	for (size_t i = 0; i < chart->download_count; i++) {
		html_open(writer, "li", NULL);
		html_open(writer, "a", NULL);
		markup_attribute(writer->markup, "href", chart->downloads[i].file);
		markup_attribute(writer->markup, "download", "");
		html_words(writer, chart->downloads[i].words);
		html_open(writer, "span", "vh");
		html_words(writer, arena_printf(writer->arena, " (%s)", name));
		html_close(writer);
		html_close(writer);
		html_close(writer);
	}
	html_close(writer);
	if (chart->lacks[0] != '\0')
		html_element(writer, "p", NULL, chart->lacks);
	html_close(writer);
	html_newline(writer);
}

static void write_picture(struct html_writer *writer, const struct html_figure *figure,
			  const struct picture *picture, const char *place)
{
	html_open(
		writer, "div",
		arena_printf(writer->arena, "picture%s w%.0f", place, ceil(picture->scene->width)));
	/* What is wider than a narrow screen scrolls by itself. */
	markup_attribute(writer->markup, "role", "group");
	markup_attribute(writer->markup, "tabindex", "0");
	markup_attribute_printf(writer->markup, "aria-labelledby", "chart-%s", figure->node->file);
	svg_text_inline(picture, writer->markup);
	html_close(writer);
	html_newline(writer);
}

static void write_pictures(struct html_writer *writer, const struct html_figure *figure)
{
	bool narrow = figure->narrow.scene != NULL;

	write_picture(writer, figure, &figure->picture, narrow ? " wide" : "");
	if (narrow)
		write_picture(writer, figure, &figure->narrow, " narrow");
}

static void write_chart(struct html_writer *writer, const struct html_gallery_chart *chart)
{
	const struct node *node = chart->figure->node;
	const char *title = title_of(writer, node);

	html_open(writer, "section", "one-chart");
	html_newline(writer);
	html_open(writer, section_of(node) == NULL ? "h2" : "h3", "heading-2");
	markup_attribute_printf(writer->markup, "id", "chart-%s", node->file);
	if (node->label[0] != '\0') {
		html_element(writer, "span", "figure-number", node->label);
		html_words(writer, " ");
	}
	html_words(writer, title);
	html_close(writer);
	html_newline(writer);
	html_text_element(writer, "p", "figure-subtitle", &node->subtitle);
	write_pictures(writer, chart->figure);
	html_open(writer, "dl", NULL);
	write_words(writer, node, STRING_GALLERY_NAME, STRING_GALLERY_COPY_NAME, title);
	write_words(writer, node, STRING_GALLERY_ALTERNATIVE, STRING_GALLERY_COPY_ALTERNATIVE,
		    node->alternative);
	write_words(writer, node, STRING_GALLERY_DESCRIPTION, STRING_GALLERY_COPY_DESCRIPTION,
		    chart->description);
	write_downloads(writer, chart);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

/* Those of one section of the report, under its name. */
static void write_charts(struct html_writer *writer, const struct html_gallery *gallery, size_t at,
			 size_t end)
{
	const struct node *section = section_at(gallery, at);

	if (section != NULL) {
		html_open(writer, "h2", "heading-1");
		write_section_name(writer, section);
		html_close(writer);
		html_newline(writer);
	}
	for (; at < end; at++)
		write_chart(writer, &gallery->charts[at]);
}

static void write_body(struct html_writer *writer, const struct html_gallery *gallery)
{
	const struct document *document = writer->job->document;

	write_header(writer, gallery);
	html_open(writer, "div", "frame");
	html_open(writer, "main", NULL);
	markup_attribute(writer->markup, "id", HTML_MAIN_ID);
	markup_attribute(writer->markup, "tabindex", "-1");
	html_newline(writer);
	html_element(writer, "p", "lead", word(writer, gallery->lead));
	html_element(writer, "p", NULL, word(writer, gallery->which));
	write_contents(writer, gallery);
	for (size_t at = 0, end; at < gallery->count; at = end) {
		end = end_of_section(gallery, at);
		write_charts(writer, gallery, at, end);
	}
	html_close(writer);
	html_close(writer);
	html_newline(writer);
	html_open(writer, "footer", NULL);
	html_element(writer, "p", NULL, document->published);
	html_element(writer, "p", NULL, document->notice);
	html_close(writer);
	html_newline(writer);
}

void html_write_gallery(const struct html_job *job, const struct html_gallery *gallery,
			struct buffer *out)
{
	struct html_writer writer = { .arena = job->arena, .job = job, .markup = markup_new() };
	const struct document *document = job->document;
	const char *title = arena_printf(
		job->arena, "%s: %s", strings_text(job->strings, gallery->title), document->title);
	struct html_frame frame = { .strings = job->strings,
				    .language = document->language,
				    .title = title,
				    .author = document->publisher,
				    .published = document->date,
				    .script = job->script,
				    .warning = job->warning };
	struct buffer body, style;

	buffer_init(&body);
	buffer_init(&style);
	write_body(&writer, gallery);
	markup_finish(writer.markup, &body);
	html_style(job, &body, &style);
	frame.style = buffer_text(&style);
	if (job->warning != NULL)
		frame.title = arena_printf(job->arena, "%s: %s", job->warning, title);
	html_frame_write(job->arena, &frame, &body, out);
	buffer_clear(&body);
	buffer_clear(&style);
}
