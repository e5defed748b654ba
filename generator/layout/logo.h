/*
 * logo.h - the mark of the body that publishes, where the user gives one: right-aligned, with clear space around.
 */
#ifndef GRADIENT_LAYOUT_LOGO_H
#define GRADIENT_LAYOUT_LOGO_H

#include "layout/composer.h"

/* Width that words on its line must leave free, with the clear space; 0 without a logo. */
double logo_room(const struct composer *composer);

/* Its element; an artifact without a logo. */
int logo_element(struct composer *composer);

/* Its right end at x, its middle at the height y. Nothing without a logo. */
void logo_place(struct composer *composer, struct scene *page, int element, double x, double y);

#endif
