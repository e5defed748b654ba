#include "device/svg_head.h"

#include "device/device.h"
#include "markup/markup.h"

static const double points_an_inch = 72, mm_an_inch = 25.4;

static void write_names(const struct picture *picture, struct markup *markup)
{
	markup_open(markup, "title");
	markup_attribute_printf(markup, "id", "%s-title", picture->id);
	markup_text(markup, picture->title);
	markup_close(markup);
	if (picture->description == NULL)
		return;
	markup_open(markup, "desc");
	markup_attribute_printf(markup, "id", "%s-desc", picture->id);
	markup_text(markup, picture->description);
	markup_close(markup);
}

/* A page tells name and description apart; what shows a file by itself may read out the name alone. */
static void write_references(const struct picture *picture, struct markup *markup,
			     bool stands_alone)
{
	const char *id = picture->id;
	bool described = picture->description != NULL;

	markup_attribute_printf(markup, "aria-labelledby",
				stands_alone && described ? "%s-title %s-desc" : "%s-title", id,
				id);
	if (described && !stands_alone)
		markup_attribute_printf(markup, "aria-describedby", "%s-desc", id);
}

static void write_size(struct markup *markup, const char *name, double points)
{
	markup_attribute_printf(markup, name, "%.3fmm", points * mm_an_inch / points_an_inch);
}

void svg_open(const struct picture *picture, struct markup *markup, bool stands_alone)
{
	const struct scene *scene = picture->scene;

	markup_open(markup, "svg");
	markup_attribute(markup, "xmlns", "http://www.w3.org/2000/svg");
	markup_attribute(markup, "xmlns:xlink",
			 stands_alone ? "http://www.w3.org/1999/xlink" : NULL);
	if (stands_alone) {
		write_size(markup, "width", scene->width);
		write_size(markup, "height", scene->height);
		markup_attribute(markup, "xml:lang", picture->language);
	}
	markup_attribute_printf(markup, "viewBox", "0 0 %.3f %.3f", scene->width, scene->height);
	markup_attribute(markup, "class", "chart");
	markup_attribute(markup, "lang", picture->language);
	markup_attribute(markup, "role", "img");
	write_references(picture, markup, stands_alone);
	write_names(picture, markup);
}
