#include "html/parts.h"

#include <math.h>

#include "base/arena.h"
#include "device/svg_text.h"
#include "scene/scene.h"

/* Wider pictures may need to scroll on the narrowest screens. */
static const double narrow_pt = 230;

static const struct html_figure *find_figure(const struct html_job *job, const struct node *node)
{
	for (size_t i = 0; i < job->figure_count; i++)
		if (job->figures[i].node == node)
			return &job->figures[i];
	return NULL;
}

/* The words that a figure or table is called by in the tools and disclosures beside it. */
static const char *called(struct html_writer *writer, const struct node *node)
{
	return html_target_words(writer, node);
}

void html_caption(struct html_writer *writer, const struct node *node)
{
	html_open(writer, "span", "figure-number");
	html_words(writer, node->label);
	html_close(writer);
	markup_text(writer->markup, " ");
	html_open(writer, "span", "figure-title");
	html_text(writer, &node->title);
	html_close(writer);
	if (node->subtitle.count == 0)
		return;
	markup_text(writer->markup, " ");
	html_open(writer, "span", "figure-subtitle");
	html_text(writer, &node->subtitle);
	html_close(writer);
}

void html_figure_notes(struct html_writer *writer, const struct node *node)
{
	html_text_element(writer, "p", "compact", &node->long_description);
	html_text_element(writer, "p", "note", &node->notes);
}

/* What the picture shows in words, where the report does not print it. */
static void write_described(struct html_writer *writer, const struct node *node)
{
	if (node->described[0] == '\0' || node->long_description.count > 0)
		return;
	html_open(writer, "details", "described");
	html_newline(writer);
	html_element(
		writer, "summary", NULL,
		strings_fill(writer->arena, writer->job->strings, STRING_HTML_DESCRIBED,
			     (struct placeholder[]){ { "figure", called(writer, node) }, { 0 } }));
	html_element(writer, "p", NULL, node->described);
	html_close(writer);
	html_newline(writer);
}

/* place: " wide" or " narrow" when there are two of which one is seen, else "". */
static void write_picture(struct html_writer *writer, const struct node *node,
			  struct picture picture, const char *place)
{
	double width = picture.scene->width;

	picture.description = NULL;
	html_open(writer, "div",
		  arena_printf(writer->arena, "picture%s w%.0f", place, ceil(width)));
	if (width > narrow_pt) {
		markup_attribute(writer->markup, "role", "group");
		markup_attribute(writer->markup, "tabindex", "0");
		markup_attribute(writer->markup, "aria-label",
				 node->label[0] != '\0' ? node->name : picture.title);
	}
	svg_text_inline(&picture, writer->markup);
	html_close(writer);
	html_newline(writer);
}

static void write_pictures(struct html_writer *writer, const struct node *node,
			   const struct html_figure *figure)
{
	if (figure->narrow.scene == NULL) {
		write_picture(writer, node, figure->picture, "");
		return;
	}
	write_picture(writer, node, figure->picture, " wide");
	write_picture(writer, node, figure->narrow, " narrow");
}

void html_figure(struct html_writer *writer, const struct node *node)
{
	const struct html_figure *figure = find_figure(writer->job, node);

	html_open(writer, "figure", NULL);
	markup_attribute(writer->markup, "id", node->anchor);
	markup_attribute(writer->markup, "data-name", called(writer, node));
	/* Whoever takes the picture elsewhere leaves its caption behind. */
	markup_attribute(writer->markup, "data-alternative", node->alternative);
	html_newline(writer);
	if (node->label[0] != '\0') {
		html_open(writer, "figcaption", NULL);
		markup_attribute_printf(writer->markup, "id", "%s.caption", node->anchor);
		html_caption(writer, node);
		html_close(writer);
		html_newline(writer);
	}
	if (figure != NULL)
		write_pictures(writer, node, figure);
	html_figure_notes(writer, node);
	write_described(writer, node);
	html_close(writer);
	html_newline(writer);
}
