#include "device/device.h"
#include "run/edition.h"

static bool make(const struct run *run, struct outfile_set *outputs)
{
	return edition_of_pictures(run, &device_png, outputs);
}

const struct edition edition_png = { .pictures = true, .make = make };
