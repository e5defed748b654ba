/*
 * pictures.c - small pictures among the words: shapes of verdicts and marks, bars, lines over time.
 *
 * Colours are given by the style sheet, so that they follow a dark or forced scheme; shapes carry the meaning.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "document/sparkline.h"
#include "html/parts.h"

#define LINE "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\""

/* In a square of 10 by 10. */
static const char shapes[] =
	"<svg class=\"shapes\" aria-hidden=\"true\" width=\"0\" height=\"0\">"
	"<symbol id=\"shape.better\" viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"5\"/></symbol>"
	"<symbol id=\"shape.similar\" viewBox=\"0 0 10 10\"><circle " LINE
	" cx=\"5\" cy=\"5\" r=\"4\"/></symbol>"
	"<symbol id=\"shape.worse\" viewBox=\"0 0 10 10\"><path d=\"M.5.5h9v9h-9z\"/></symbol>"
	"<symbol id=\"shape.higher\" viewBox=\"0 0 10 10\"><path d=\"M0 10h10L5 0z\"/></symbol>"
	"<symbol id=\"shape.lower\" viewBox=\"0 0 10 10\"><path " LINE
	" d=\"M1.2 1h7.6L5 8.6z\"/></symbol>"
	"<symbol id=\"shape.full\" viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"5\"/></symbol>"
	"<symbol id=\"shape.half\" viewBox=\"0 0 10 10\"><circle " LINE
	" cx=\"5\" cy=\"5\" r=\"4.3\"/>"
	"<path d=\"M5 .7a4.3 4.3 0 0 0 0 8.6z\"/></symbol>"
	"<symbol id=\"shape.ring\" viewBox=\"0 0 10 10\"><circle " LINE
	" cx=\"5\" cy=\"5\" r=\"4.3\"/></symbol>"
	"<symbol id=\"shape.dotted\" viewBox=\"0 0 10 10\"><circle " LINE
	" stroke-dasharray=\"1.69\" cx=\"5\" cy=\"5\" r=\"4.3\"/></symbol>"
	"</svg>\n";

void html_shapes(struct html_writer *writer)
{
	markup_raw(writer->markup, shapes);
}

/* An image with what it says; a decoration when that is NULL. */
static void open_picture(struct html_writer *writer, const char *class, const char *box,
			 const char *words)
{
	html_open(writer, "svg", class);
	markup_attribute(writer->markup, "viewBox", box);
	if (words == NULL) {
		markup_attribute(writer->markup, "aria-hidden", "true");
		return;
	}
	markup_attribute(writer->markup, "role", "img");
	markup_attribute(writer->markup, "aria-label", words);
}

static void write_shape(struct html_writer *writer, const char *name, const char *words)
{
	open_picture(writer, arena_printf(writer->arena, "shape %s", name), "0 0 10 10", words);
	markup_open(writer->markup, "use");
	markup_attribute_printf(writer->markup, "href", "#shape.%s", name);
	markup_close_empty(writer->markup);
	html_close(writer);
}

void html_verdict(struct html_writer *writer, enum verdict verdict, const char *words)
{
	static const char *const names[] = {
		[VERDICT_SIMILAR] = "similar", [VERDICT_BETTER] = "better",
		[VERDICT_WORSE] = "worse",     [VERDICT_HIGHER] = "higher",
		[VERDICT_LOWER] = "lower",
	};

	if (verdict != VERDICT_NOT_COMPARED)
		write_shape(writer, names[verdict], words);
}

void html_mark(struct html_writer *writer, enum cell_mark mark, const char *words)
{
	static const char *const names[] = {
		[MARK_FULL] = "full",
		[MARK_HALF] = "half",
		[MARK_RING] = "ring",
		[MARK_DOTTED] = "dotted",
	};

	if (mark != MARK_NONE)
		write_shape(writer, names[mark], words);
}

void html_bar(struct html_writer *writer, double share)
{
	static const double length = 38;

	markup_text(writer->markup, " ");
	open_picture(writer, "bar", "0 0 38 8", NULL);
	html_open(writer, "path", "track");
	markup_attribute(writer->markup, "d", "M0 0h38v8H0z");
	markup_close_empty(writer->markup);
	html_open(writer, "path", "full");
	markup_attribute_printf(writer->markup, "d", "M0 0h%.1fv8H0z",
				length * fmin(1, fmax(0, share)));
	markup_close_empty(writer->markup);
	html_close(writer);
}

/* -- a line over time --------------------------------------------------------------------------- */

static const double line_width = 68, line_height = 17, dot_radius = 2.6, lone_radius = 1.2;

struct span {
	double low, high;
};

static bool is_shown(const struct sparkline *line, size_t i)
{
	return value_state_is_shown(line->points[i].state);
}

static bool is_joined(const struct sparkline *line, size_t i)
{
	return i > 0 && i < line->count && is_shown(line, i) && is_shown(line, i - 1) &&
	       !line->points[i].apart;
}

static double place_x(const struct sparkline *line, size_t i)
{
	double width = line_width - 2 * dot_radius;

	return dot_radius +
	       (line->count > 1 ? width * (double)i / (double)(line->count - 1) : width);
}

static double place_y(const struct sparkline *line, const struct span *span, size_t i)
{
	double range = span->high - span->low;
	double share = range > 0 ? (line->points[i].value - span->low) / range : 0.5;

	return dot_radius + (line_height - 2 * dot_radius) * (1 - share);
}

static void write_dots(struct html_writer *writer, const struct sparkline *line,
		       const struct span *span)
{
	for (size_t i = 0; i < line->count; i++) {
		bool last = i + 1 == line->count;
		bool lone = !is_joined(line, i) && !is_joined(line, i + 1);

		if (!is_shown(line, i) || (!last && !lone))
			continue;
		markup_open(writer->markup, "circle");
		markup_attribute_printf(writer->markup, "cx", "%.1f", place_x(line, i));
		markup_attribute_printf(writer->markup, "cy", "%.1f", place_y(line, span, i));
		markup_attribute_printf(writer->markup, "r", "%.1f",
					last ? dot_radius : lone_radius);
		markup_close_empty(writer->markup);
	}
}

void html_sparkline(struct html_writer *writer, const struct sparkline *line)
{
	struct span span;
	struct buffer path;

	if (!sparkline_extent(line, &span.low, &span.high))
		return;
	buffer_init(&path);
	for (size_t i = 1; i < line->count; i++) {
		if (!is_joined(line, i))
			continue;
		if (!is_joined(line, i - 1))
			buffer_printf(&path, "M%.1f %.1f", place_x(line, i - 1),
				      place_y(line, &span, i - 1));
		buffer_printf(&path, "L%.1f %.1f", place_x(line, i), place_y(line, &span, i));
	}
	open_picture(writer, "line-over-time", "0 0 68 17", line->words);
	if (path.length > 0) {
		markup_open(writer->markup, "path");
		markup_attribute(writer->markup, "d", buffer_text(&path));
		markup_close_empty(writer->markup);
	}
	write_dots(writer, line, &span);
	html_close(writer);
	buffer_clear(&path);
}
