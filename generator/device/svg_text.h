/*
 * svg_text.h - a picture with its text kept as text, as an element of a page.
 *
 * The same drawing that the device "svg-text" makes into a file of its own. It is made of elements and attributes
 * alone: no style, script, clip path or filter, so that the strictest content security policy lets it be.
 */
#ifndef GRADIENT_DEVICE_SVG_TEXT_H
#define GRADIENT_DEVICE_SVG_TEXT_H

struct markup;
struct picture;

/*
 * Writes <svg class="chart" viewBox role="img" aria-labelledby aria-describedby> with title, description and drawing where content
 * is allowed. It has no size: the page gives it one. Its ids are the picture's with "-title" and "-desc" behind it.
 * A description of NULL is left out. All pieces lie in a <g aria-hidden="true">; every piece, or the <g> of several
 * alike, has the name of its part as class (scene_part_name: "bar", "value-label", "background").
 */
void svg_text_inline(const struct picture *picture, struct markup *markup);

#endif
