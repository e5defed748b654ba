#include "resolve/plots/maker.h"

#define PLOT_SHAPE(symbol, maker, summary) extern const struct plot_maker plot_maker_##maker;
#include "document/plot_shapes.def"
#undef PLOT_SHAPE

const struct plot_maker *plot_maker_find(enum plot_shape shape)
{
	static const struct plot_maker *const makers[] = {
#define PLOT_SHAPE(symbol, maker, summary) [SHAPE_##symbol] = &plot_maker_##maker,
#include "document/plot_shapes.def"
#undef PLOT_SHAPE
	};

	return makers[shape];
}

bool plot_shows_periods(const struct chart *chart)
{
	return chart->kind != NULL;
}
