/*
 * place_classes.h - fifths of places by their figures, for colours.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_PLACE_CLASSES_H
#define GRADIENT_RESOLVE_PLOTS_PLACE_CLASSES_H

#include "document/plot_places.h"
#include "resolve/plots/maker.h"

/*
 * Gives every place with a shown figure its step, and all of them the classes of the legend. Equal figures are
 * in one class; there are fewer classes where there are fewer different figures.
 */
void set_place_classes(struct chart *chart, struct plot_place *places, struct plot_places *all);

#endif
