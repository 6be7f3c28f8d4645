"""The contrast of a text, as a browser computes it."""

from __future__ import annotations

from typing import Final

#: What the eye sees of a text against what lies behind it (WCAG 2.2, 1.4.3).
CONTRAST: Final = """
(element) => {
  const context = document.createElement("canvas").getContext("2d");
  const channels = (color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color) => {
    const [red, green, blue] = color.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92
        : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  let ground = channels("white");
  for (let box = element; box; box = box.parentElement) {
    const color = channels(getComputedStyle(box).backgroundColor);
    if (color[3] === 255) { ground = color; break; }
  }
  const text = luminance(channels(getComputedStyle(element).color));
  const [light, dark] = [text, luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
"""
