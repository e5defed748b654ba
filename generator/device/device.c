#include "device/device.h"

#define DEVICE(symbol, name, summary) extern const struct device device_##symbol;
#include "device/devices.def"
#undef DEVICE

static const struct device_entry all[] = {
#define DEVICE(symbol, name, summary) { &device_##symbol, name, summary },
#include "device/devices.def"
#undef DEVICE
	{ 0 },
};

const struct device_entry *devices(void)
{
	return all;
}
