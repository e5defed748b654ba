/*
 * cover.c - the head and the foot of a page: what stands on the cover of the report, or above an extract.
 */
#include <math.h>

#include "base/arena.h"
#include "base/base64.h"
#include "base/buffer.h"
#include "html/parts.h"
#include "scene/image.h"

/* -- the chart of the cover --------------------------------------------------------------------- */

/* Stretched to the width of the window; lines and points keep their own width. */
static const double art_width = 600, art_height = 100, box_gap = 2;

static double highest_of(const struct plot *plot)
{
	double high = fmax(plot->fitted[0], plot->fitted[FITTED_POINTS - 1]);

	for (size_t i = 0; i < plot->category_count; i++)
		high = fmax(high, plot->values[i].value);
	return high;
}

static double height_of(double value, double high)
{
	return art_height * (1 - value / high * 0.96);
}

static void write_path(struct html_writer *writer, const char *class, const struct buffer *path)
{
	html_open(writer, "path", class);
	markup_attribute(writer->markup, "d", buffer_text(path));
	markup_close_empty(writer->markup);
}

static void write_boxes(struct html_writer *writer, const struct plot *plot, double high)
{
	enum { STEPS = 5 };
	double x = 0;

	for (size_t i = 0; i < plot->category_count; i++) {
		double width = art_width * plot->categories[i].share;
		double gap = i + 1 < plot->category_count ? box_gap : 0;
		struct buffer path;

		buffer_init(&path);
		buffer_printf(&path, "M%.1f %.1fh%.1fV%.0fh-%.1fz", x,
			      height_of(plot->values[i].value, high), fmax(0, width - gap),
			      art_height, fmax(0, width - gap));
		write_path(writer,
			   arena_printf(writer->arena, "step-%zu",
					i * STEPS / plot->category_count + 1),
			   &path);
		buffer_clear(&path);
		x += width;
	}
}

/* The fitted line, and a point in the middle of every box: a line without length, with round ends. */
static void write_lines(struct html_writer *writer, const struct plot *plot, double high)
{
	struct buffer line, points;
	double x = 0;

	buffer_init(&line);
	buffer_init(&points);
	for (size_t i = 0; i < FITTED_POINTS; i++)
		buffer_printf(&line, "%c%.1f %.1f", i == 0 ? 'M' : 'L',
			      art_width * (double)i / (FITTED_POINTS - 1),
			      height_of(plot->fitted[i], high));
	for (size_t i = 0; i < plot->category_count; i++) {
		double width = art_width * plot->categories[i].share;

		buffer_printf(&points, "M%.1f %.1fh0", x + width / 2,
			      height_of(plot->values[i].value, high));
		x += width;
	}
	write_path(writer, "halo", &line);
	write_path(writer, "fitted", &line);
	write_path(writer, "point", &points);
	write_path(writer, "point-inside", &points);
	buffer_clear(&line);
	buffer_clear(&points);
}

void html_cover_art(struct html_writer *writer, const struct plot *plot)
{
	double high = highest_of(plot);

	if (high <= 0)
		return;
	html_open(writer, "svg", "art");
	markup_attribute_printf(writer->markup, "viewBox", "0 0 %.0f %.0f", art_width, art_height);
	markup_attribute(writer->markup, "preserveAspectRatio", "none");
	markup_attribute(writer->markup, "aria-hidden", "true");
	write_boxes(writer, plot, high);
	write_lines(writer, plot, high);
	html_close(writer);
	html_newline(writer);
}

/* -- head --------------------------------------------------------------------------------------- */

static void write_logo(struct html_writer *writer, const char *class)
{
	const struct logo *logo = &writer->job->theme->logo;
	struct buffer address;

	if (logo->image == NULL)
		return;
	buffer_init(&address);
	buffer_add_text(&address, "data:image/png;base64,");
	base64_add(&address, logo->image->bytes, logo->image->length);
	html_open(writer, "img", class);
	markup_attribute(writer->markup, "src", buffer_text(&address));
	markup_attribute(writer->markup, "alt", logo->alternative);
	markup_attribute_printf(writer->markup, "width", "%.0f",
				logo->height_pt * 4 / 3 * logo->image->width / logo->image->height);
	markup_attribute_printf(writer->markup, "height", "%.0f", logo->height_pt * 4 / 3);
	markup_close_empty(writer->markup);
	html_newline(writer);
	buffer_clear(&address);
}

static void write_cover(struct html_writer *writer)
{
	const struct document *document = writer->job->document;
	bool field = writer->job->layout->cover == COVER_STEPS;
	const struct plot *plot = field ? document->cover_plot : NULL;

	html_open(writer, "header", field ? "cover coloured" : "cover");
	html_newline(writer);
	html_open(writer, "div", "field");
	html_newline(writer);
	html_element(writer, "p", "publisher", document->publisher);
	write_logo(writer, "logo");
	html_element(writer, "h1", NULL, document->title);
	html_element(writer, "p", "subtitle", document->subtitle);
	html_element(writer, "p", "period", document->period);
	html_close(writer);
	html_newline(writer);
	if (plot != NULL)
		html_cover_art(writer, plot);
	html_open(writer, "div", "foot");
	html_newline(writer);
	html_element(writer, "p", "published", document->published);
	html_element(writer, "p", "status", document->status);
	if (plot != NULL)
		html_element(writer, "p", "caption", document->cover_caption);
	html_element(writer, "p", "notice", document->notice);
	html_close(writer);
	html_newline(writer);
	html_close(writer);
	html_newline(writer);
}

static bool is_running(const struct layout *layout, enum running_field field)
{
	for (size_t i = 0; i < layout->running_count; i++)
		if (layout->running[i].field == field)
			return true;
	return false;
}

/*
 * A report without a cover has its title in the running lines of its first page, there with the period. What no page
 * has, "web-only", is for those who come upon the file without one.
 */
static void write_title(struct html_writer *writer)
{
	const struct document *document = writer->job->document;
	const char *title = document->title;

	if (document->period[0] != '\0' && is_running(writer->job->layout, RUNNING_TITLE))
		title = arena_printf(writer->arena, "%s, %s", title, document->period);
	html_open(writer, "header", "cover");
	html_newline(writer);
	html_open(writer, "div", "field");
	html_newline(writer);
	html_element(writer, "p", "publisher web-only", document->publisher);
	write_logo(writer, "logo web-only");
	html_element(writer, "h1", NULL, title);
	html_element(writer, "p", "subtitle web-only", document->subtitle);
	html_close(writer);
	html_newline(writer);
	html_open(writer, "div", "foot");
	html_newline(writer);
	html_element(writer, "p", "published web-only", document->published);
	html_element(writer, "p", "status web-only", document->status);
	html_element(writer, "p", "notice", document->notice);
	html_close(writer);
	html_newline(writer);
	html_close(writer);
	html_newline(writer);
}

static void write_extract_head(struct html_writer *writer, const struct document_head *head)
{
	html_open(writer, "header", "extract");
	html_newline(writer);
	html_text_element(writer, "p", "kicker", &head->kicker);
	html_text_element(writer, "h1", NULL, &head->title);
	for (size_t i = 0; i < head->line_count; i++)
		html_text_element(writer, "p", "line", &head->lines[i]);
	write_logo(writer, "logo");
	html_element(writer, "p", "notice", writer->job->document->notice);
	html_close(writer);
	html_newline(writer);
}

/* A page of a section: whose report it is of; its heading stands in main. */
static void write_bar(struct html_writer *writer)
{
	const struct document *document = writer->job->document;

	html_open(writer, "header", "bar");
	html_newline(writer);
	html_open(writer, "p", NULL);
	html_open(writer, "a", NULL);
	markup_attribute(writer->markup, "href", html_page_name(writer->arena, NULL));
	html_words(writer, document->title);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
	html_element(writer, "p", "publisher", document->publisher);
	html_close(writer);
	html_newline(writer);
}

void html_header(struct html_writer *writer)
{
	const struct document *document = writer->job->document;

	if (writer->page != NULL)
		write_bar(writer);
	else if (document->head != NULL)
		write_extract_head(writer, document->head);
	else if (document->has_cover && writer->job->layout->cover != COVER_NONE)
		write_cover(writer);
	else
		write_title(writer);
}

void html_footer(struct html_writer *writer)
{
	const struct document *document = writer->job->document;
	const char *title =
		document->running_title != NULL ? document->running_title : document->title;

	html_open(writer, "footer", NULL);
	html_newline(writer);
	html_element(writer, "p", NULL,
		     document->period[0] == '\0'
			     ? title
			     : arena_printf(writer->arena, "%s, %s", title, document->period));
	html_element(writer, "p", NULL, document->publisher);
	html_element(writer, "p", NULL, document->notice);
	html_close(writer);
	html_newline(writer);
}
