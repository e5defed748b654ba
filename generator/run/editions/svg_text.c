#include "device/device.h"
#include "run/edition.h"

static bool make(const struct run *run, struct outfile_set *outputs)
{
	return edition_of_pictures(run, &device_svg_text, outputs);
}

const struct edition edition_svg_text = { .make = make };
